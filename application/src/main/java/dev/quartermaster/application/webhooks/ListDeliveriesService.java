package dev.quartermaster.application.webhooks;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.shared.Slice;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.domain.webhooks.Deliveries;
import dev.quartermaster.domain.webhooks.Delivery;
import dev.quartermaster.domain.webhooks.WebhookId;
import dev.quartermaster.domain.webhooks.Webhooks;

@UseCase
final class ListDeliveriesService implements ListDeliveries {
  private final UnitOfWork unitOfWork;
  private final Webhooks webhooks;
  private final Deliveries deliveries;

  ListDeliveriesService(UnitOfWork unitOfWork, Webhooks webhooks, Deliveries deliveries) {
    this.unitOfWork = unitOfWork;
    this.webhooks = webhooks;
    this.deliveries = deliveries;
  }

  @Override
  public Slice<Delivery> list(Query query) {
    WebhookAccess.require(query.actor());
    WebhookId webhook = query.filter().webhook();
    return unitOfWork.inTransaction(
        () -> {
          var _ = WebhookAccess.existing(webhooks.find(webhook), webhook);
          return deliveries.list(query.filter(), query.page());
        });
  }
}
