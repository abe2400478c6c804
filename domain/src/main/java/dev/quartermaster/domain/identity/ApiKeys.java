package dev.quartermaster.domain.identity;

import dev.quartermaster.domain.shared.ApiKeyId;
import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Slice;
import dev.quartermaster.domain.shared.UserId;
import java.time.Instant;
import java.util.Optional;

/** The API keys of all users, also those that were revoked or have expired. */
public interface ApiKeys {
  /** The key. */
  Optional<ApiKey> find(ApiKeyId id);

  /** The key, locked until the transaction ends. */
  Optional<ApiKey> findForUpdate(ApiKeyId id);

  /** What a request with a key of that prefix is checked against, if the key can be used then. */
  Optional<ApiKey.Credential> findCredential(String prefix, Instant at);

  /**
   * A part of all keys; by default the newest first.
   *
   * @param owner whose keys; empty for everybody's
   */
  Slice<ApiKey> list(Optional<UserId> owner, PageRequest<ApiKeyField> page);

  /** How many keys the user can use at that time. */
  int countUsable(UserId owner, Instant at);

  /** Adds a key with what is stored of its secret. No other may have its prefix. */
  void add(ApiKey key, ApiKeyHash hash);

  /** Replaces the stored state, except for the last use. */
  void update(ApiKey key);
}
