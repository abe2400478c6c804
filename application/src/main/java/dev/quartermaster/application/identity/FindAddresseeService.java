package dev.quartermaster.application.identity;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.identity.Users;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.util.Optional;

@UseCase
final class FindAddresseeService implements FindAddressee {
  private final UnitOfWork unitOfWork;
  private final Users users;

  FindAddresseeService(UnitOfWork unitOfWork, Users users) {
    this.unitOfWork = unitOfWork;
    this.users = users;
  }

  @Override
  public Optional<Addressee> find(Query query) {
    return unitOfWork.inTransaction(
        () -> users.find(query.userId()).map(user -> new Addressee(user.email(), user.language())));
  }
}
