package dev.quartermaster.application.identity;

import dev.quartermaster.domain.identity.SessionId;
import dev.quartermaster.domain.shared.Actor;

/** Ends one of somebody's sessions, such as that of a lost phone. */
public interface EndSession {

  /**
   * Ends the session. Its access tokens stop working at once, on every node.
   *
   * @throws dev.quartermaster.domain.shared.Unauthenticated when nobody is signed in
   * @throws dev.quartermaster.domain.shared.Forbidden when a program asks
   * @throws dev.quartermaster.domain.shared.NotFound when the actor has no such active session
   */
  void end(Command command);

  /**
   * @param actor who asks
   * @param session the session to end
   */
  record Command(Actor actor, SessionId session) {}
}
