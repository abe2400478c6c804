package dev.quartermaster.testkit.identity;

import dev.quartermaster.domain.identity.EmailAddress;
import dev.quartermaster.domain.identity.Role;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.shared.Identifiers;
import dev.quartermaster.domain.shared.UserId;
import java.time.Instant;
import java.util.Set;

/** Users to test with. */
public final class People {
  private People() {}

  /** A new customer called Ada under that address. */
  public static User ada(Identifiers identifiers, String email, Instant at) {
    return withRoles(identifiers, email, Set.of(Role.CUSTOMER), at);
  }

  /** A new account called Ada under that address, with those roles. */
  public static User withRoles(Identifiers identifiers, String email, Set<Role> roles, Instant at) {
    return User.signUp(
        new UserId(identifiers.next()), "Ada Lovelace", new EmailAddress(email), roles, at);
  }
}
