package dev.quartermaster.application.identity;

import dev.quartermaster.domain.shared.Actor;

/** Ends all sessions of a user. */
public interface LogOutEverywhere {

  /**
   * Ends all of the actor's sessions. Their access tokens stop working at once.
   *
   * @throws dev.quartermaster.domain.shared.Unauthenticated when nobody is signed in
   */
  void logOutEverywhere(Command command);

  /**
   * @param actor who logs out
   */
  record Command(Actor actor) {}
}
