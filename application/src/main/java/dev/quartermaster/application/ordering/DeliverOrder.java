package dev.quartermaster.application.ordering;

import dev.quartermaster.domain.ordering.Order;
import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.shared.Actor;

/** Takes note that an order has arrived. */
public interface DeliverOrder {

  /**
   * Marks a shipped order as delivered.
   *
   * @throws dev.quartermaster.domain.shared.Forbidden without {@code orders:write}
   * @throws dev.quartermaster.domain.shared.NotFound when there is no such order
   * @throws dev.quartermaster.domain.ordering.OrderNotDeliverable when its state forbids it
   * @throws dev.quartermaster.domain.ordering.PaymentUnderWay while it is paid back
   */
  Order deliver(Command command);

  /**
   * @param actor who asks
   * @param orderId which order
   */
  record Command(Actor actor, OrderId orderId) {}
}
