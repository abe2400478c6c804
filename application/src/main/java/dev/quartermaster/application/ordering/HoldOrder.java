package dev.quartermaster.application.ordering;

import dev.quartermaster.domain.ordering.Order;
import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.shared.Actor;

/** Keeps an order as it is while money for it is on its way. */
public interface HoldOrder {

  /**
   * Holds one of the actor's own orders for its payment, or with {@code orders:write} any for a
   * refund. Meant to be called within the transaction that begins to move the money.
   *
   * @throws dev.quartermaster.domain.shared.NotFound when there is none that the actor may move so
   * @throws dev.quartermaster.domain.ordering.OrderNotPayable when it does not wait for a payment
   * @throws dev.quartermaster.domain.ordering.OrderNotRefundable when it is not paid
   * @throws dev.quartermaster.domain.ordering.PaymentUnderWay while it is held already
   */
  Order hold(Command command);

  /**
   * @param actor who asks
   * @param orderId which order
   * @param purpose what for
   */
  record Command(Actor actor, OrderId orderId, Purpose purpose) {}

  /** Which way the money goes. */
  enum Purpose {
    /** From the customer. */
    PAYMENT,
    /** Back to the customer. */
    REFUND
  }
}
