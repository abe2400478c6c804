package dev.quartermaster.domain.reconciliation;

import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.payments.Charge;
import dev.quartermaster.domain.payments.Payment;
import dev.quartermaster.domain.payments.PaymentId;
import java.util.List;
import java.util.Set;

/** What payments have on record, and the gateway of them. */
public interface PaymentBook {

  /** All tries to pay any of the orders, in no particular order; joins the transaction. */
  List<Payment> ofOrders(Set<OrderId> orderIds);

  /**
   * The charges of the payments as the gateway's books have them now; those that it does not know
   * are left out. It is not asked within a transaction, and the call is bounded in time.
   *
   * @throws dev.quartermaster.domain.shared.Unavailable when no answer came
   */
  List<Charge> charges(Set<PaymentId> paymentIds);

  /**
   * Those of the gateway's newest charges for which no payment is on record. It is not asked within
   * a transaction, and the call is bounded in time.
   *
   * @param limit how many charges to look at, at the most
   * @throws dev.quartermaster.domain.shared.Unavailable when no answer came
   */
  List<Charge> strays(int limit);
}
