package dev.quartermaster.application.identity;

import dev.quartermaster.domain.shared.Actor;

/** Ends a session. */
public interface LogOut {

  /**
   * Ends the session that the refresh token belongs to. Its access tokens stop working at once. A
   * session that has ended already, or is another user's, is left as it is.
   *
   * @throws dev.quartermaster.domain.shared.Unauthenticated when nobody is signed in
   */
  void logOut(Command command);

  /**
   * @param actor who logs out
   * @param refreshToken of the session to end
   */
  record Command(Actor actor, String refreshToken) {}
}
