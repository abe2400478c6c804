package dev.quartermaster.domain.payments;

import dev.quartermaster.domain.ordering.Order;
import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.ordering.OrderStatus;
import dev.quartermaster.domain.shared.Actor;
import java.util.Optional;

/** What payments need of ordering. Every call joins the caller's transaction. */
public interface PaidOrders {

  /**
   * Keeps the order as it is while its payment is tried.
   *
   * @throws dev.quartermaster.domain.shared.NotFound when the actor has no such order
   * @throws dev.quartermaster.domain.ordering.OrderNotPayable when it does not wait for a payment
   * @throws dev.quartermaster.domain.ordering.PaymentUnderWay while another is tried
   */
  Order beginPayment(OrderId orderId, Actor actor);

  /**
   * Keeps the order as it is while money for it is paid back.
   *
   * @throws dev.quartermaster.domain.shared.NotFound when there is no such order
   * @throws dev.quartermaster.domain.ordering.OrderNotRefundable when it is not paid
   * @throws dev.quartermaster.domain.ordering.PaymentUnderWay while other money is on its way
   */
  Order beginRefund(OrderId orderId, Actor actor);

  /**
   * Lets the order go on.
   *
   * @param next the state that it moves to, if it does
   * @param reason why, in a few words
   */
  Order settle(OrderId orderId, Optional<OrderStatus> next, String reason, Actor actor);
}
