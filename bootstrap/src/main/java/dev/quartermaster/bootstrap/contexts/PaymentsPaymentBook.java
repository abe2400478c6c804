package dev.quartermaster.bootstrap.contexts;

import dev.quartermaster.application.payments.FindPayments;
import dev.quartermaster.application.payments.LookUpCharge;
import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.payments.Charge;
import dev.quartermaster.domain.payments.Payment;
import dev.quartermaster.domain.payments.PaymentId;
import dev.quartermaster.domain.reconciliation.PaymentBook;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The reconciliation's view of payments. */
@Singleton
final class PaymentsPaymentBook implements PaymentBook {
  private final FindPayments findPayments;
  private final LookUpCharge lookUpCharge;

  PaymentsPaymentBook(FindPayments findPayments, LookUpCharge lookUpCharge) {
    this.findPayments = findPayments;
    this.lookUpCharge = lookUpCharge;
  }

  @Override
  public List<Payment> ofOrders(Set<OrderId> orderIds) {
    return findPayments.find(new FindPayments.Query(orderIds));
  }

  @Override
  public Optional<Charge> charge(PaymentId paymentId) {
    return lookUpCharge.lookUp(new LookUpCharge.Query(paymentId));
  }
}
