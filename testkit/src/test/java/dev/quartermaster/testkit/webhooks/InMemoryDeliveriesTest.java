package dev.quartermaster.testkit.webhooks;

import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.domain.webhooks.Deliveries;
import dev.quartermaster.domain.webhooks.Webhooks;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;

class InMemoryDeliveriesTest extends DeliveriesContract {
  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final InMemoryWebhooks webhooks = new InMemoryWebhooks(unitOfWork);
  private final InMemoryDeliveries port = new InMemoryDeliveries(unitOfWork, webhooks);

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected Deliveries deliveries() {
    return port;
  }

  @Override
  protected Webhooks webhooks() {
    return webhooks;
  }
}
