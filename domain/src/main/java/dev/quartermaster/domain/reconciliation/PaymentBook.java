package dev.quartermaster.domain.reconciliation;

import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.payments.Charge;
import dev.quartermaster.domain.payments.Payment;
import dev.quartermaster.domain.payments.PaymentId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What payments have on record, and the gateway of them. */
public interface PaymentBook {

  /** All tries to pay any of the orders, in no particular order; joins the transaction. */
  List<Payment> ofOrders(Set<OrderId> orderIds);

  /**
   * The charge as the gateway's books have it now, if they know of one. It is not asked within a
   * transaction, and the call is bounded in time.
   *
   * @throws dev.quartermaster.domain.shared.Unavailable when no answer came
   */
  Optional<Charge> charge(PaymentId paymentId);
}
