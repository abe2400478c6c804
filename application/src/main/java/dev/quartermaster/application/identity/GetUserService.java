package dev.quartermaster.application.identity;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.identity.Users;
import dev.quartermaster.domain.shared.NotFound;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.domain.shared.UserId;

@UseCase
final class GetUserService implements GetUser {
  private final UnitOfWork unitOfWork;
  private final Users users;

  GetUserService(UnitOfWork unitOfWork, Users users) {
    this.unitOfWork = unitOfWork;
    this.users = users;
  }

  @Override
  public User get(Query query) {
    query.actor().requirePrincipal(Permission.USERS_READ);
    UserId id = query.userId();
    if (!query.actor().is(id) && !query.actor().may(Permission.USERS_READ)) {
      throw new NotFound("user", id);
    }
    return unitOfWork.reading(() -> users.find(id)).orElseThrow(() -> new NotFound("user", id));
  }
}
