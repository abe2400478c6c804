package dev.quartermaster.application.reconciliation;

import dev.quartermaster.domain.shared.Actor;
import java.time.Duration;

/** Reconciles by itself, on one of the nodes at a time. */
public interface RunReconciliation {
  /** How often that is, on all nodes together. */
  Duration PAUSE = Duration.ofMinutes(5);

  /** How many of the newest orders a run compares at the most. */
  int MAX_ORDERS = 10_000;

  /** Compares the newest orders and all stock, if it is time; tells what was found last if not. */
  Result run(Command command);

  /**
   * @param actor the process on whose behalf it happens
   */
  record Command(Actor.SystemProcess actor) {}

  /**
   * @param ran whether the records were compared now, and here
   * @param disagreements how many there are, as far as any node has seen
   */
  record Result(boolean ran, long disagreements) {}
}
