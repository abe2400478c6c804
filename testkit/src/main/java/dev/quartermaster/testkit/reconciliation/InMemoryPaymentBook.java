package dev.quartermaster.testkit.reconciliation;

import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.payments.Charge;
import dev.quartermaster.domain.payments.Payment;
import dev.quartermaster.domain.payments.PaymentGateway;
import dev.quartermaster.domain.payments.PaymentId;
import dev.quartermaster.domain.payments.Payments;
import dev.quartermaster.domain.reconciliation.PaymentBook;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Payments as the reconciliation sees them, in memory. */
public final class InMemoryPaymentBook implements PaymentBook {
  private final Payments payments;
  private final PaymentGateway gateway;

  /** Those payments, and that gateway's books. */
  public InMemoryPaymentBook(Payments payments, PaymentGateway gateway) {
    this.payments = payments;
    this.gateway = gateway;
  }

  @Override
  public List<Payment> ofOrders(Set<OrderId> orderIds) {
    return payments.ofOrders(orderIds);
  }

  @Override
  public Optional<Charge> charge(PaymentId paymentId) {
    return gateway.lookUp(paymentId);
  }
}
