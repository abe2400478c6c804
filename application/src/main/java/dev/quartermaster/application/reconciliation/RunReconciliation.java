package dev.quartermaster.application.reconciliation;

import dev.quartermaster.domain.shared.Actor;

/** Reconciles by itself. */
public interface RunReconciliation {
  /** How many of the newest orders a run compares at the most. */
  int MAX_ORDERS = 10_000;

  /** Compares the newest orders and all stock, and takes note of what it found for all nodes. */
  Result run(Command command);

  /**
   * @param actor the process on whose behalf it happens
   */
  record Command(Actor.SystemProcess actor) {}

  /**
   * @param disagreements how many there are
   */
  record Result(long disagreements) {}
}
