package dev.quartermaster.testkit.identity;

import dev.quartermaster.domain.identity.ExternalIdentities;
import dev.quartermaster.domain.identity.Users;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;

class InMemoryExternalIdentitiesTest extends ExternalIdentitiesContract {
  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final InMemoryUsers users = new InMemoryUsers(unitOfWork);
  private final InMemoryExternalIdentities identities =
      new InMemoryExternalIdentities(unitOfWork, users);

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected ExternalIdentities identities() {
    return identities;
  }

  @Override
  protected Users users() {
    return users;
  }
}
