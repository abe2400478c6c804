package dev.quartermaster.realtime.shared;

import dev.quartermaster.domain.shared.Actor;

/** Tells who somebody is. */
public interface Recognition {

  /**
   * Looks the proof up; may wait.
   *
   * @throws dev.quartermaster.domain.shared.Unauthenticated when it is good for nothing, or not any
   *     more
   */
  Actor who(Proof proof);
}
