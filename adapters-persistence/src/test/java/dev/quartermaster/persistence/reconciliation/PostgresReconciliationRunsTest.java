package dev.quartermaster.persistence.reconciliation;

import dev.quartermaster.domain.reconciliation.ReconciliationRuns;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.testkit.reconciliation.ReconciliationRunsContract;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

/** {@link ReconciliationRunsContract} on PostgreSQL. */
@QuarkusTest
class PostgresReconciliationRunsTest extends ReconciliationRunsContract {
  @Inject UnitOfWork unitOfWork;
  @Inject ReconciliationRuns runs;

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected ReconciliationRuns runs() {
    return runs;
  }
}
