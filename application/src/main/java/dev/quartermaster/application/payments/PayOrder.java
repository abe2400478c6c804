package dev.quartermaster.application.payments;

import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.payments.Payment;
import dev.quartermaster.domain.shared.Actor;

/** Pays an order. */
public interface PayOrder {

  /**
   * Pays one of the actor's own orders. An order is paid once: to ask again for the payment that is
   * under way, or has paid it, gives that one. Begins no transaction that lasts while the gateway
   * is asked, and waits a few seconds for it; what is not known then goes on by itself.
   *
   * @return the payment, which is pending or authorized when its end is not known yet
   * @throws dev.quartermaster.domain.shared.InvalidInput when there is no such method
   * @throws dev.quartermaster.domain.shared.NotFound when the actor has no such order
   * @throws dev.quartermaster.domain.payments.PaymentDeclined when nothing was taken
   * @throws dev.quartermaster.domain.ordering.OrderNotPayable when it does not wait for a payment
   * @throws dev.quartermaster.domain.ordering.PaymentUnderWay while it is paid by another method
   */
  Payment pay(Command command);

  /**
   * @param actor who pays
   * @param orderId which order
   * @param method by what, in the gateway's terms
   */
  record Command(Actor actor, OrderId orderId, String method) {}
}
