package dev.quartermaster.application.identity;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.identity.EmailAddress;
import dev.quartermaster.domain.identity.Role;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.identity.Users;
import dev.quartermaster.domain.shared.Identifiers;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.domain.shared.UserId;
import java.time.InstantSource;
import java.util.Set;

@UseCase
final class SignUpService implements SignUp {
  private final UnitOfWork unitOfWork;
  private final Users users;
  private final Identifiers identifiers;
  private final InstantSource clock;

  SignUpService(UnitOfWork unitOfWork, Users users, Identifiers identifiers, InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.users = users;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  @Override
  public User signUp(Command command) {
    InvalidInput.collect(
        () -> User.checkName(command.name()), () -> EmailAddress.check(command.email()));
    User user =
        User.signUp(
            new UserId(identifiers.next()),
            command.name(),
            new EmailAddress(command.email()),
            Set.of(Role.CUSTOMER),
            clock.instant());
    unitOfWork.inTransaction(() -> users.add(user, command.password()));
    return user;
  }
}
