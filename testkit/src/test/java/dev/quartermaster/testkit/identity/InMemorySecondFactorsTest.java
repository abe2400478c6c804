package dev.quartermaster.testkit.identity;

import dev.quartermaster.domain.identity.SecondFactors;
import dev.quartermaster.domain.identity.Users;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;

class InMemorySecondFactorsTest extends SecondFactorsContract {
  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final InMemoryUsers users = new InMemoryUsers(unitOfWork);
  private final InMemorySecondFactors port = new InMemorySecondFactors(unitOfWork);

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected SecondFactors secondFactors() {
    return port;
  }

  @Override
  protected Users users() {
    return users;
  }
}
