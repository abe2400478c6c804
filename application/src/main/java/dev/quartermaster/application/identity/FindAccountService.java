package dev.quartermaster.application.identity;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.identity.Role;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.identity.Users;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.util.Optional;

@UseCase
final class FindAccountService implements FindAccount {
  private final UnitOfWork unitOfWork;
  private final Users users;

  FindAccountService(UnitOfWork unitOfWork, Users users) {
    this.unitOfWork = unitOfWork;
    this.users = users;
  }

  @Override
  public Optional<Account> find(Query query) {
    return unitOfWork.reading(() -> users.find(query.userId())).map(FindAccountService::account);
  }

  private static Account account(User user) {
    return new Account(Role.permissionsOf(user.roles()));
  }
}
