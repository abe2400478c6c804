package dev.quartermaster.application.payments;

import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.payments.Payment;
import dev.quartermaster.domain.payments.PaymentId;
import dev.quartermaster.domain.shared.Actor;

/** Reads one payment. */
public interface GetPayment {

  /**
   * Reads one of the actor's own payments, or with {@code orders:read} any.
   *
   * @throws dev.quartermaster.domain.shared.NotFound when the order has none that the actor may see
   */
  Payment get(Query query);

  /**
   * @param actor who asks
   * @param orderId what is paid
   * @param paymentId which payment
   */
  record Query(Actor actor, OrderId orderId, PaymentId paymentId) {}
}
