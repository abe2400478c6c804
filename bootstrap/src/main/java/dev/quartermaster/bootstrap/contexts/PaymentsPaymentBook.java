package dev.quartermaster.bootstrap.contexts;

import dev.quartermaster.application.payments.FindPayments;
import dev.quartermaster.application.payments.FindStrayCharges;
import dev.quartermaster.application.payments.LookUpCharges;
import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.payments.Charge;
import dev.quartermaster.domain.payments.Payment;
import dev.quartermaster.domain.payments.PaymentId;
import dev.quartermaster.domain.reconciliation.PaymentBook;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** The reconciliation's view of payments. */
@Singleton
final class PaymentsPaymentBook implements PaymentBook {
  private final FindPayments findPayments;
  private final LookUpCharges lookUpCharges;
  private final FindStrayCharges findStrayCharges;

  PaymentsPaymentBook(
      FindPayments findPayments, LookUpCharges lookUpCharges, FindStrayCharges findStrayCharges) {
    this.findPayments = findPayments;
    this.lookUpCharges = lookUpCharges;
    this.findStrayCharges = findStrayCharges;
  }

  @Override
  public List<Payment> ofOrders(Set<OrderId> orderIds) {
    return findPayments.find(new FindPayments.Query(orderIds));
  }

  @Override
  public List<Charge> charges(Set<PaymentId> paymentIds) {
    return lookUpCharges.lookUp(new LookUpCharges.Query(paymentIds));
  }

  @Override
  public List<Charge> strays(int limit) {
    return findStrayCharges.find(new FindStrayCharges.Query(limit));
  }
}
