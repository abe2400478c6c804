package dev.quartermaster.application.identity;

import dev.quartermaster.domain.shared.Actor;

/** Tells users whether their log-ins need a second factor. */
public interface GetMfaStatus {

  /**
   * Tells of the actor's own account; others' are nobody else's business.
   *
   * @throws dev.quartermaster.domain.shared.Unauthenticated when nobody is signed in
   */
  Result get(Query query);

  /**
   * @param actor who asks
   */
  record Query(Actor actor) {}

  /**
   * @param enabled whether a code is needed
   */
  record Result(boolean enabled) {}
}
