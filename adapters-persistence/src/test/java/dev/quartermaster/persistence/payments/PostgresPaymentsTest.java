package dev.quartermaster.persistence.payments;

import dev.quartermaster.domain.payments.Payments;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.testkit.payments.PaymentsContract;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

/** {@link PaymentsContract} on PostgreSQL. */
@QuarkusTest
class PostgresPaymentsTest extends PaymentsContract {
  @Inject UnitOfWork unitOfWork;
  @Inject Payments payments;

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected Payments payments() {
    return payments;
  }
}
