package dev.quartermaster.persistence.webhooks;

import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.domain.webhooks.Deliveries;
import dev.quartermaster.domain.webhooks.Webhooks;
import dev.quartermaster.testkit.webhooks.DeliveriesContract;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

/** {@link DeliveriesContract} on PostgreSQL. */
@QuarkusTest
class PostgresDeliveriesTest extends DeliveriesContract {
  @Inject UnitOfWork unitOfWork;
  @Inject Webhooks webhooks;
  @Inject Deliveries deliveries;

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected Deliveries deliveries() {
    return deliveries;
  }

  @Override
  protected Webhooks webhooks() {
    return webhooks;
  }
}
