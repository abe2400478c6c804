package dev.quartermaster.application.identity;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.identity.EmailAddress;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.identity.Users;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;

@UseCase
final class EditUserService implements EditUser {
  private final UnitOfWork unitOfWork;
  private final Users users;
  private final InstantSource clock;

  EditUserService(UnitOfWork unitOfWork, Users users, InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.users = users;
    this.clock = clock;
  }

  @Override
  public User edit(Command command) {
    command.actor().requireUser();
    return unitOfWork.inTransaction(
        () -> {
          User user = AccountAccess.toWrite(users, command.actor(), command.userId());
          command.expected().check(user.version());
          User edited = edited(user, command, clock.instant());
          if (edited.version() != user.version()) {
            users.update(edited);
          }
          return edited;
        });
  }

  private static User edited(User user, Command command, Instant now) {
    User edited =
        user.edited(
            command.name().orElse(user.name()),
            command.email().map(EmailAddress::new).orElse(user.email()),
            now);
    boolean isSame = edited.name().equals(user.name()) && edited.email().equals(user.email());
    return isSame ? user : edited;
  }
}
