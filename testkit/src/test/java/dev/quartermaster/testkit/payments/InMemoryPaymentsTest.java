package dev.quartermaster.testkit.payments;

import dev.quartermaster.domain.payments.Payments;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;

class InMemoryPaymentsTest extends PaymentsContract {
  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final InMemoryPayments port = new InMemoryPayments(unitOfWork);

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected Payments payments() {
    return port;
  }
}
