package dev.quartermaster.application.payments;

import dev.quartermaster.domain.payments.Payment;
import dev.quartermaster.domain.payments.PaymentId;
import dev.quartermaster.domain.shared.Actor;

/** Carries a payment on, step by step, as far as the gateway's answers go. */
public interface AdvancePayment {

  /**
   * Takes the steps that are left. Each is recorded in a transaction before the next is taken, and
   * no transaction is open while the gateway is asked. Any number of nodes may work on one payment
   * at once, as the gateway carries out each step once; the leases of {@link Payment#dueAt} only
   * spare them the trouble.
   *
   * @return the payment as far as it came; if it is not settled, a later call goes on
   * @throws dev.quartermaster.domain.shared.NotFound when there is no such payment
   */
  Payment advance(Command command);

  /**
   * @param actor on whose behalf
   * @param paymentId which payment
   */
  record Command(Actor actor, PaymentId paymentId) {}
}
