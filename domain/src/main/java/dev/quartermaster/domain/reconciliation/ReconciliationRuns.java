package dev.quartermaster.domain.reconciliation;

import java.time.Instant;

/** When all nodes together reconciled last, and what they found. */
public interface ReconciliationRuns {

  /**
   * Takes the turn to reconcile, if it is time.
   *
   * @param now when the run begins
   * @param due a run that began later keeps others from beginning one
   * @return whether the caller has it; of many who ask at once, one
   */
  boolean begin(Instant now, Instant due);

  /** Takes note of how many disagreements a run has found. */
  void finish(long disagreements);

  /** How many disagreements the last run found that was finished; none before the first. */
  long lastFound();
}
