package dev.quartermaster.application.webhooks;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.domain.webhooks.Webhook;
import dev.quartermaster.domain.webhooks.Webhooks;

@UseCase
final class GetWebhookService implements GetWebhook {
  private final UnitOfWork unitOfWork;
  private final Webhooks webhooks;

  GetWebhookService(UnitOfWork unitOfWork, Webhooks webhooks) {
    this.unitOfWork = unitOfWork;
    this.webhooks = webhooks;
  }

  @Override
  public Webhook get(Query query) {
    WebhookAccess.require(query.actor());
    return WebhookAccess.existing(
        unitOfWork.reading(() -> webhooks.find(query.webhookId())), query.webhookId());
  }
}
