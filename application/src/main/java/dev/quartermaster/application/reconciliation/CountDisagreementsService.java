package dev.quartermaster.application.reconciliation;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.reconciliation.ReconciliationRuns;
import dev.quartermaster.domain.shared.UnitOfWork;

@UseCase
final class CountDisagreementsService implements CountDisagreements {
  private final UnitOfWork unitOfWork;
  private final ReconciliationRuns runs;

  CountDisagreementsService(UnitOfWork unitOfWork, ReconciliationRuns runs) {
    this.unitOfWork = unitOfWork;
    this.runs = runs;
  }

  @Override
  public long count() {
    return unitOfWork.inTransaction(runs::lastFound);
  }
}
