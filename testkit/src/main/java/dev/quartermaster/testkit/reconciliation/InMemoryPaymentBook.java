package dev.quartermaster.testkit.reconciliation;

import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.payments.Charge;
import dev.quartermaster.domain.payments.Payment;
import dev.quartermaster.domain.payments.PaymentGateway;
import dev.quartermaster.domain.payments.PaymentId;
import dev.quartermaster.domain.payments.Payments;
import dev.quartermaster.domain.reconciliation.PaymentBook;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;
import java.util.List;
import java.util.Set;

/** Payments as the reconciliation sees them, in memory. */
public final class InMemoryPaymentBook implements PaymentBook {
  private final InMemoryUnitOfWork unitOfWork;
  private final Payments payments;
  private final PaymentGateway gateway;

  /** Those payments, and that gateway's books. */
  public InMemoryPaymentBook(
      InMemoryUnitOfWork unitOfWork, Payments payments, PaymentGateway gateway) {
    this.unitOfWork = unitOfWork;
    this.payments = payments;
    this.gateway = gateway;
  }

  @Override
  public List<Payment> ofOrders(Set<OrderId> orderIds) {
    return payments.ofOrders(orderIds);
  }

  @Override
  public List<Charge> charges(Set<PaymentId> paymentIds) {
    return gateway.lookUp(paymentIds);
  }

  @Override
  public List<Charge> strays(int limit) {
    return gateway.newest(limit).stream()
        .filter(
            charge -> unitOfWork.inTransaction(() -> payments.find(charge.paymentId())).isEmpty())
        .toList();
  }
}
