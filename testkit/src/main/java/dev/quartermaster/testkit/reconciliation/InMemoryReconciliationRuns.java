package dev.quartermaster.testkit.reconciliation;

import dev.quartermaster.domain.reconciliation.ReconciliationRuns;
import dev.quartermaster.testkit.shared.InMemoryTable;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;
import java.time.Instant;

/** The last run of a reconciliation in memory. */
public final class InMemoryReconciliationRuns implements ReconciliationRuns {
  private static final String LAST = "last";

  private final InMemoryTable<String, Long> runs;

  /** No run yet. */
  public InMemoryReconciliationRuns(InMemoryUnitOfWork unitOfWork) {
    this.runs = new InMemoryTable<>(unitOfWork);
  }

  @Override
  public void finish(Instant begunAt, long disagreements) {
    runs.put(LAST, disagreements);
  }

  @Override
  public long lastFound() {
    return runs.find(LAST).orElse(0L);
  }
}
