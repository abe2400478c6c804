package dev.quartermaster.testkit.identity;

import dev.quartermaster.domain.identity.Lockouts;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;

class InMemoryLockoutsTest extends LockoutsContract {
  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final InMemoryLockouts port = new InMemoryLockouts(unitOfWork);

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected Lockouts lockouts() {
    return port;
  }
}
