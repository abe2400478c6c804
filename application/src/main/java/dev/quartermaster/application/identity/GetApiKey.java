package dev.quartermaster.application.identity;

import dev.quartermaster.domain.identity.ApiKey;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.ApiKeyId;

/** Reads what is known of one API key; never its secret. */
public interface GetApiKey {
  /**
   * Reads a key of the actor's own, or with {@code keys:write} any.
   *
   * @throws dev.quartermaster.domain.shared.NotFound when there is none that the actor may see
   * @throws dev.quartermaster.domain.shared.Forbidden for a program without {@code keys:write}
   */
  ApiKey get(Query query);

  /**
   * @param actor who asks
   * @param key which key
   */
  record Query(Actor actor, ApiKeyId key) {}
}
