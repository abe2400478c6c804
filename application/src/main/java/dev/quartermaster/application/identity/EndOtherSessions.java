package dev.quartermaster.application.identity;

import dev.quartermaster.domain.identity.SessionId;
import dev.quartermaster.domain.shared.Actor;
import java.util.Optional;

/** Ends all of somebody's sessions but the one from which they ask. */
public interface EndOtherSessions {

  /**
   * Ends the sessions. Their access tokens stop working at once, on every node.
   *
   * @throws dev.quartermaster.domain.shared.Unauthenticated when nobody is signed in
   * @throws dev.quartermaster.domain.shared.Forbidden when a program asks
   */
  void end(Command command);

  /**
   * @param actor who asks
   * @param current the session from which they ask; empty when they are signed in without one, and
   *     then all are ended
   */
  record Command(Actor actor, Optional<SessionId> current) {}
}
