package dev.quartermaster.rest.shared;

import dev.quartermaster.domain.shared.Actor;

/** Who asks, with the permissions of this moment. */
public interface CurrentActor {

  /**
   * The actor of this request; looked up once.
   *
   * @throws dev.quartermaster.domain.shared.Unauthenticated when a token was sent and its session
   *     has ended
   */
  Actor get();
}
