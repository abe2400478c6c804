package dev.quartermaster.application.identity;

import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.ExpectedVersion;
import dev.quartermaster.domain.shared.UserId;

/** Deletes an account. */
public interface DeleteUser {

  /**
   * Deletes the actor's own account, or with {@code users:write} another's that has no more
   * permissions than the actor, and ends its sessions. Its address can sign up again.
   *
   * @throws dev.quartermaster.domain.shared.NotFound when there is none that the actor may delete
   * @throws dev.quartermaster.domain.shared.Forbidden when the account has more permissions
   * @throws dev.quartermaster.domain.shared.StaleVersion when the account has changed since
   */
  void delete(Command command);

  /**
   * @param actor who asks
   * @param userId whose account
   * @param expected the version that the actor has read
   */
  record Command(Actor actor, UserId userId, ExpectedVersion expected) {}
}
