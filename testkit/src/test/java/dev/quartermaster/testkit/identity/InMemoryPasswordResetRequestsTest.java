package dev.quartermaster.testkit.identity;

import dev.quartermaster.domain.identity.PasswordResetRequests;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;

/** {@link PasswordResetRequestsContract} in memory. */
class InMemoryPasswordResetRequestsTest extends PasswordResetRequestsContract {
  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final InMemoryPasswordResetRequests port = new InMemoryPasswordResetRequests(unitOfWork);

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected PasswordResetRequests requests() {
    return port;
  }
}
