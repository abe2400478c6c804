package dev.quartermaster.persistence.webhooks;

import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.domain.webhooks.Webhooks;
import dev.quartermaster.testkit.webhooks.WebhooksContract;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

/** {@link WebhooksContract} on PostgreSQL. */
@QuarkusTest
class PostgresWebhooksTest extends WebhooksContract {
  @Inject UnitOfWork unitOfWork;
  @Inject Webhooks webhooks;

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected Webhooks webhooks() {
    return webhooks;
  }
}
