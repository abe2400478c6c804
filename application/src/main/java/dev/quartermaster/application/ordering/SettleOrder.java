package dev.quartermaster.application.ordering;

import dev.quartermaster.domain.ordering.Order;
import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.ordering.OrderStatus;
import dev.quartermaster.domain.shared.Actor;
import java.util.Optional;

/** Lets an order go on once it is known how its payment or refund ended. */
public interface SettleOrder {

  /**
   * Moves the order on. One that is refunded before it was shipped gives its pieces back. Meant to
   * be called within the transaction that takes note of the end.
   */
  Order settle(Command command);

  /**
   * @param actor on whose behalf the money moved
   * @param orderId which order
   * @param next the state that this leads to; empty if it stays where it is
   * @param reason why, in a few words
   */
  record Command(Actor actor, OrderId orderId, Optional<OrderStatus> next, String reason) {}
}
