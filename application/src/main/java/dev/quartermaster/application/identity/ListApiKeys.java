package dev.quartermaster.application.identity;

import dev.quartermaster.domain.identity.ApiKey;
import dev.quartermaster.domain.identity.ApiKeyField;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Slice;
import dev.quartermaster.domain.shared.UserId;
import java.util.Optional;

/** Lists API keys, also those that cannot be used any more. */
public interface ListApiKeys {
  /**
   * Lists the actor's own keys, or with {@code keys:write} everybody's.
   *
   * @throws dev.quartermaster.domain.shared.Forbidden when another's keys are asked for without
   *     {@code keys:write}, and for a program without it
   */
  Slice<ApiKey> list(Query query);

  /**
   * @param actor who asks
   * @param owner whose keys; empty for all that the actor may see
   * @param page which part of the list
   */
  record Query(Actor actor, Optional<UserId> owner, PageRequest<ApiKeyField> page) {}
}
