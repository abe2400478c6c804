package dev.quartermaster.application.identity;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.identity.Users;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.Slice;
import dev.quartermaster.domain.shared.UnitOfWork;

@UseCase
final class ListUsersService implements ListUsers {
  private final UnitOfWork unitOfWork;
  private final Users users;

  ListUsersService(UnitOfWork unitOfWork, Users users) {
    this.unitOfWork = unitOfWork;
    this.users = users;
  }

  @Override
  public Slice<User> list(Query query) {
    query.actor().require(Permission.USERS_READ);
    return unitOfWork.inTransaction(() -> users.list(query.page()));
  }
}
