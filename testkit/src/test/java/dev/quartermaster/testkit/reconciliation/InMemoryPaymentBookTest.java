package dev.quartermaster.testkit.reconciliation;

import dev.quartermaster.domain.payments.PaymentGateway;
import dev.quartermaster.domain.payments.Payments;
import dev.quartermaster.domain.reconciliation.PaymentBook;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.testkit.payments.InMemoryPaymentGateway;
import dev.quartermaster.testkit.payments.InMemoryPayments;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;
import java.time.Instant;

class InMemoryPaymentBookTest extends PaymentBookContract {
  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final InMemoryPayments payments = new InMemoryPayments(unitOfWork);
  private final InMemoryPaymentGateway gateway = new InMemoryPaymentGateway();
  private final InMemoryPaymentBook port = new InMemoryPaymentBook(unitOfWork, payments, gateway);

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected PaymentBook book() {
    return port;
  }

  @Override
  protected Payments payments() {
    return payments;
  }

  @Override
  protected PaymentGateway gateway() {
    return gateway;
  }

  @Override
  protected Instant now() {
    return NOW;
  }
}
