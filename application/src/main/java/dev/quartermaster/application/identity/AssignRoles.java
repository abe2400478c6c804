package dev.quartermaster.application.identity;

import dev.quartermaster.domain.identity.Role;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.ExpectedVersion;
import dev.quartermaster.domain.shared.UserId;
import java.util.Set;

/** Gives an account other roles. */
public interface AssignRoles {

  /**
   * Replaces the account's roles. Nobody can give, or take away, a permission that they lack
   * themselves.
   *
   * @throws dev.quartermaster.domain.shared.Forbidden without {@code users:write}, or when the old
   *     or the new roles allow more than the actor's
   * @throws dev.quartermaster.domain.shared.NotFound when there is no such account
   * @throws dev.quartermaster.domain.shared.StaleVersion when the account has changed since
   */
  User assign(Command command);

  /**
   * @param actor who asks
   * @param userId whose account
   * @param expected the version that the actor has read
   * @param roles all roles that the account shall have
   */
  record Command(Actor actor, UserId userId, ExpectedVersion expected, Set<Role> roles) {
    public Command {
      roles = Set.copyOf(roles);
    }
  }
}
