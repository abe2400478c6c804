package dev.quartermaster.domain.reconciliation;

import java.time.Instant;

/** What the nodes together found when they reconciled last. */
public interface ReconciliationRuns {

  /**
   * Takes note of what a run has found.
   *
   * @param begunAt when it began
   */
  void finish(Instant begunAt, long disagreements);

  /** How many disagreements the last run found that was finished; none before the first. */
  long lastFound();
}
