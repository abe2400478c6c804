package dev.quartermaster.application.payments;

import dev.quartermaster.domain.payments.Charge;
import dev.quartermaster.domain.payments.PaymentId;
import java.util.Optional;

/** Asks the gateway what its books say. */
public interface LookUpCharge {

  /**
   * Looks the charge up, if there is one; outside of any transaction.
   *
   * @throws dev.quartermaster.domain.shared.Unavailable when the gateway does not answer
   */
  Optional<Charge> lookUp(Query query);

  /**
   * @param paymentId of which payment
   */
  record Query(PaymentId paymentId) {}
}
