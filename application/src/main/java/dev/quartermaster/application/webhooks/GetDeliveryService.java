package dev.quartermaster.application.webhooks;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.domain.webhooks.Deliveries;
import dev.quartermaster.domain.webhooks.Delivery;

@UseCase
final class GetDeliveryService implements GetDelivery {
  private final UnitOfWork unitOfWork;
  private final Deliveries deliveries;

  GetDeliveryService(UnitOfWork unitOfWork, Deliveries deliveries) {
    this.unitOfWork = unitOfWork;
    this.deliveries = deliveries;
  }

  @Override
  public Delivery get(Query query) {
    WebhookAccess.require(query.actor());
    return WebhookDeliveries.of(
        query.webhookId(),
        unitOfWork.reading(() -> deliveries.find(query.deliveryId())),
        query.deliveryId());
  }
}
