package dev.quartermaster.application.payments;

import dev.quartermaster.domain.payments.Charge;
import dev.quartermaster.domain.payments.PaymentId;
import java.util.List;
import java.util.Set;

/** Asks the gateway what its books say. */
public interface LookUpCharges {

  /**
   * Looks the charges of many payments up in one call, outside of any transaction; those that the
   * gateway does not know are left out.
   *
   * @throws dev.quartermaster.domain.shared.Unavailable when the gateway does not answer
   */
  List<Charge> lookUp(Query query);

  /**
   * @param paymentIds of which payments
   */
  record Query(Set<PaymentId> paymentIds) {
    public Query {
      paymentIds = Set.copyOf(paymentIds);
    }
  }
}
