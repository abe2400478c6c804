package dev.quartermaster.application.ordering;

import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.shared.Actor;

/** Ends one order that was set apart. */
public interface ExpireDeferredOrder {

  /** Ends the order and gives its stock back, if it is still overdue. */
  void expire(Command command);

  /**
   * @param actor the process on whose behalf it happens
   * @param orderId which order
   */
  record Command(Actor.SystemProcess actor, OrderId orderId) {}
}
