package dev.quartermaster.testkit.webhooks;

import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.domain.webhooks.Webhooks;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;

class InMemoryWebhooksTest extends WebhooksContract {
  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final InMemoryWebhooks port = new InMemoryWebhooks(unitOfWork);

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected Webhooks webhooks() {
    return port;
  }
}
