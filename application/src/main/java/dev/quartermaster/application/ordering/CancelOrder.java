package dev.quartermaster.application.ordering;

import dev.quartermaster.domain.ordering.Order;
import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.shared.Actor;

/** Calls an order off. */
public interface CancelOrder {

  /**
   * Cancels one of the actor's own orders, or with {@code orders:write} any, and gives its stock
   * back.
   *
   * @throws dev.quartermaster.domain.shared.NotFound when there is none that the actor may move
   * @throws dev.quartermaster.domain.ordering.OrderNotCancellable when it is past that
   */
  Order cancel(Command command);

  /**
   * @param actor who asks
   * @param orderId which order
   */
  record Command(Actor actor, OrderId orderId) {}
}
