package dev.quartermaster.testkit.reconciliation;

import dev.quartermaster.domain.reconciliation.ReconciliationRuns;
import dev.quartermaster.testkit.shared.InMemoryTable;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;
import java.time.Instant;

/** The runs of a reconciliation in memory. */
public final class InMemoryReconciliationRuns implements ReconciliationRuns {
  private static final Run NONE = new Run(Instant.EPOCH, 0);

  private final InMemoryTable<String, Run> runs;

  /** No run yet. */
  public InMemoryReconciliationRuns(InMemoryUnitOfWork unitOfWork) {
    this.runs = new InMemoryTable<>(unitOfWork);
  }

  @Override
  public boolean begin(Instant now, Instant due) {
    Run last = runs.findForUpdate("last").orElse(NONE);
    if (last.begunAt().isAfter(due)) {
      return false;
    }
    runs.put("last", new Run(now, last.disagreements()));
    return true;
  }

  @Override
  public void finish(long disagreements) {
    Run last = runs.findForUpdate("last").orElse(NONE);
    runs.put("last", new Run(last.begunAt(), disagreements));
  }

  @Override
  public long lastFound() {
    return runs.find("last").orElse(NONE).disagreements();
  }

  private record Run(Instant begunAt, long disagreements) {}
}
