package dev.quartermaster.application.identity;

import dev.quartermaster.application.UseCase;
import dev.quartermaster.domain.identity.CommonPasswords;
import dev.quartermaster.domain.identity.EmailAddress;
import dev.quartermaster.domain.identity.EmailTaken;
import dev.quartermaster.domain.identity.PasswordHash;
import dev.quartermaster.domain.identity.PasswordHasher;
import dev.quartermaster.domain.identity.PasswordPolicy;
import dev.quartermaster.domain.identity.Role;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.identity.Users;
import dev.quartermaster.domain.shared.Identifiers;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.domain.shared.UserId;
import java.time.InstantSource;
import java.util.Set;

@UseCase
final class EnsureAdministratorService implements EnsureAdministrator {
  private final UnitOfWork unitOfWork;
  private final Users users;
  private final PasswordPolicy passwordPolicy;
  private final PasswordHasher hasher;
  private final Identifiers identifiers;
  private final InstantSource clock;

  EnsureAdministratorService(
      UnitOfWork unitOfWork,
      Users users,
      CommonPasswords commonPasswords,
      PasswordHasher hasher,
      Identifiers identifiers,
      InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.users = users;
    this.passwordPolicy = new PasswordPolicy(commonPasswords);
    this.hasher = hasher;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  @Override
  public Result ensure(Command command) {
    EmailAddress email = new EmailAddress(command.email());
    if (unitOfWork.inTransaction(() -> users.findCredential(email)).isPresent()) {
      return new Result(false);
    }
    passwordPolicy.check(command.password());
    User administrator =
        User.signUp(
            new UserId(identifiers.next()),
            "Administrator",
            email,
            Set.of(Role.ADMIN),
            clock.instant());
    PasswordHash password = hasher.hash(command.password());
    try {
      unitOfWork.inTransaction(() -> users.add(administrator, password));
      return new Result(true);
    } catch (EmailTaken anotherNodeWasFirst) {
      return new Result(false);
    }
  }
}
