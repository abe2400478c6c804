package dev.quartermaster.application.identity;

import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.identity.Users;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.Forbidden;
import dev.quartermaster.domain.shared.NotFound;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.UserId;

/** Who may change whose account: everyone their own, {@code users:write} those not above. */
final class AccountAccess {
  private AccountAccess() {}

  /**
   * The account, locked, for a change by the actor.
   *
   * @throws NotFound when there is none that the actor may know of
   * @throws Forbidden when the account has permissions that the actor lacks
   */
  static User toWrite(Users users, Actor actor, UserId id) {
    if (!actor.is(id) && !actor.may(Permission.USERS_WRITE)) {
      throw new NotFound("user", id);
    }
    User user = users.findForUpdate(id).orElseThrow(() -> new NotFound("user", id));
    if (!actor.is(id) && !user.permissions().stream().allMatch(actor::may)) {
      throw new Forbidden("This account has permissions that you lack.");
    }
    return user;
  }
}
