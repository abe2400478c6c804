package dev.quartermaster.application.identity;

import dev.quartermaster.domain.identity.SessionId;
import dev.quartermaster.domain.shared.Actor;

/** Tells who acts in a session, with the permissions of this moment. */
public interface AuthenticateSession {

  /**
   * Looks the session up. A session that was ended, on whichever node, and a deleted account fail
   * at once; changed roles take effect at once.
   *
   * @throws dev.quartermaster.domain.shared.Unauthenticated when the session is not active
   */
  Actor.SignedIn authenticate(Query query);

  /**
   * @param session the session that the access token names
   */
  record Query(SessionId session) {}
}
