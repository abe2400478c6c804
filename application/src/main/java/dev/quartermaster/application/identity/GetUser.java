package dev.quartermaster.application.identity;

import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.UserId;

/** Reads one account. */
public interface GetUser {

  /**
   * Reads the actor's own account, or with {@code users:read} any.
   *
   * @throws dev.quartermaster.domain.shared.NotFound when there is none that the actor may see
   * @throws dev.quartermaster.domain.shared.Forbidden for a program without {@code users:read}
   */
  User get(Query query);

  /**
   * @param actor who asks
   * @param userId whose account
   */
  record Query(Actor actor, UserId userId) {}
}
