package dev.quartermaster.application.identity;

import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.ApiKeyId;
import dev.quartermaster.domain.shared.ExpectedVersion;

/** Ends an API key before its time. */
public interface RevokeApiKey {
  /**
   * Revokes a key of the actor's own, or with {@code keys:write} any. No request that begins after
   * the return is let in by the key, on whichever node. Revoking it twice changes nothing.
   *
   * @throws dev.quartermaster.domain.shared.NotFound when there is none that the actor may revoke
   * @throws dev.quartermaster.domain.shared.Forbidden for a program without {@code keys:write}
   * @throws dev.quartermaster.domain.shared.StaleVersion when the key has changed since
   */
  void revoke(Command command);

  /**
   * @param actor who asks
   * @param key which key
   * @param expected the version that the actor has read
   */
  record Command(Actor actor, ApiKeyId key, ExpectedVersion expected) {}
}
