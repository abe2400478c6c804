package dev.quartermaster.bootstrap.contexts;

import dev.quartermaster.bootstrap.EmbeddedServersResource;
import dev.quartermaster.domain.payments.PaymentGateway;
import dev.quartermaster.domain.payments.Payments;
import dev.quartermaster.domain.reconciliation.PaymentBook;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.testkit.reconciliation.PaymentBookContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;

/** {@link PaymentBookContract} on payments. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
class PaymentsPaymentBookTest extends PaymentBookContract {
  @Inject UnitOfWork unitOfWork;
  @Inject PaymentBook book;
  @Inject Payments payments;
  @Inject PaymentGateway gateway;
  @Inject InstantSource clock;

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected PaymentBook book() {
    return book;
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
    return clock.instant();
  }
}
