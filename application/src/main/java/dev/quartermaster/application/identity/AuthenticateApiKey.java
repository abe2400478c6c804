package dev.quartermaster.application.identity;

import dev.quartermaster.domain.identity.RawApiKey;
import dev.quartermaster.domain.shared.Actor;

/** Tells which program acts by an API key, with the permissions of this moment. */
public interface AuthenticateApiKey {
  /**
   * Looks the key up. One that was revoked, on whichever node, has expired or belongs to a deleted
   * account fails at once; permissions that its owner has lost are lost to the key at once.
   *
   * @throws dev.quartermaster.domain.shared.Unauthenticated when the key is none that can be used;
   *     why not is not said
   */
  Actor.KeyHolder authenticate(Query query);

  /**
   * @param key the key, as sent
   */
  record Query(RawApiKey key) {}
}
