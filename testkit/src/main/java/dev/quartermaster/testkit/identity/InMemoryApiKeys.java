package dev.quartermaster.testkit.identity;

import dev.quartermaster.domain.identity.ApiKey;
import dev.quartermaster.domain.identity.ApiKeyField;
import dev.quartermaster.domain.identity.ApiKeyHash;
import dev.quartermaster.domain.identity.ApiKeys;
import dev.quartermaster.domain.identity.Users;
import dev.quartermaster.domain.shared.ApiKeyId;
import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Slice;
import dev.quartermaster.domain.shared.UserId;
import dev.quartermaster.testkit.shared.InMemoryList;
import dev.quartermaster.testkit.shared.InMemoryTable;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** API keys in memory. */
public final class InMemoryApiKeys implements ApiKeys {
  private final InMemoryTable<ApiKeyId, Stored> keys;
  private final Users users;
  private final InMemoryList<ApiKey, ApiKeyField> list =
      new InMemoryList<>(InMemoryApiKeys::by, ApiKeyField.CREATED_AT, key -> key.id().value());

  /** No keys of those users yet. */
  public InMemoryApiKeys(InMemoryUnitOfWork unitOfWork, Users users) {
    this.keys = new InMemoryTable<>(unitOfWork);
    this.users = users;
  }

  @Override
  public Optional<ApiKey> find(ApiKeyId id) {
    return keys.find(id).map(Stored::key);
  }

  @Override
  public Optional<ApiKey> findForUpdate(ApiKeyId id) {
    return keys.findForUpdate(id).map(Stored::key);
  }

  @Override
  public Optional<ApiKey.Credential> findCredential(String prefix, Instant at) {
    return keys.rows().stream()
        .filter(stored -> stored.key().prefix().equals(prefix) && stored.key().isUsable(at))
        .findFirst()
        .flatMap(this::credential);
  }

  @Override
  public Slice<ApiKey> list(Optional<UserId> owner, PageRequest<ApiKeyField> page) {
    return list.slice(all().stream().filter(key -> isOf(owner, key)).toList(), page);
  }

  @Override
  public int countUsable(UserId owner, Instant at) {
    return (int)
        all().stream().filter(key -> isOf(Optional.of(owner), key) && key.isUsable(at)).count();
  }

  @Override
  public void add(ApiKey key, ApiKeyHash hash) {
    keys.lock(key.prefix());
    if (all().stream().anyMatch(other -> other.prefix().equals(key.prefix()))) {
      throw new IllegalStateException("there is a key with the prefix " + key.prefix());
    }
    keys.put(key.id(), new Stored(key, hash));
  }

  @Override
  public void update(ApiKey key) {
    Stored before = keys.findForUpdate(key.id()).orElseThrow();
    put(before, key, before.key().lastUsedAt());
  }

  /** Stores when a key was last used; what is known of later uses stays. */
  void used(ApiKeyId id, Instant at) {
    keys.findForUpdate(id)
        .filter(stored -> isOlder(stored.key().lastUsedAt(), at.minus(ApiKey.USE_NOTED_EVERY)))
        .ifPresent(stored -> put(stored, stored.key(), Optional.of(at)));
  }

  private static boolean isOlder(Optional<Instant> lastUsedAt, Instant limit) {
    return lastUsedAt.filter(last -> last.isAfter(limit)).isEmpty();
  }

  private void put(Stored before, ApiKey key, Optional<Instant> lastUsedAt) {
    ApiKey after =
        new ApiKey(
            key.id(),
            key.ownerId(),
            key.name(),
            key.prefix(),
            key.scopes(),
            key.createdAt(),
            key.expiresAt(),
            lastUsedAt,
            key.revokedAt(),
            key.version());
    keys.put(key.id(), new Stored(after, before.hash()));
  }

  private Optional<ApiKey.Credential> credential(Stored stored) {
    ApiKey key = stored.key();
    return users
        .find(key.ownerId())
        .map(
            owner ->
                new ApiKey.Credential(
                    key.id(),
                    owner.id(),
                    stored.hash(),
                    key.scopes(),
                    owner.roles(),
                    key.lastUsedAt()));
  }

  private List<ApiKey> all() {
    return keys.rows().stream().map(Stored::key).toList();
  }

  private static boolean isOf(Optional<UserId> owner, ApiKey key) {
    return owner.isEmpty() || owner.get().equals(key.ownerId());
  }

  private static Comparator<ApiKey> by(ApiKeyField field) {
    return switch (field) {
      case NAME -> Comparator.comparing(ApiKey::name);
      case CREATED_AT -> Comparator.comparing(ApiKey::createdAt);
      case EXPIRES_AT -> Comparator.comparing(ApiKey::expiresAt);
    };
  }

  private record Stored(ApiKey key, ApiKeyHash hash) {}
}
