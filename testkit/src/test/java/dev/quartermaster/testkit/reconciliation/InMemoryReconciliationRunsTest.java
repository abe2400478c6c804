package dev.quartermaster.testkit.reconciliation;

import dev.quartermaster.domain.reconciliation.ReconciliationRuns;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;

class InMemoryReconciliationRunsTest extends ReconciliationRunsContract {
  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final InMemoryReconciliationRuns port = new InMemoryReconciliationRuns(unitOfWork);

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected ReconciliationRuns runs() {
    return port;
  }
}
