package dev.quartermaster.application.webhooks;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.shared.Slice;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.domain.webhooks.Webhook;
import dev.quartermaster.domain.webhooks.Webhooks;

@UseCase
final class ListWebhooksService implements ListWebhooks {
  private final UnitOfWork unitOfWork;
  private final Webhooks webhooks;

  ListWebhooksService(UnitOfWork unitOfWork, Webhooks webhooks) {
    this.unitOfWork = unitOfWork;
    this.webhooks = webhooks;
  }

  @Override
  public Slice<Webhook> list(Query query) {
    WebhookAccess.require(query.actor());
    return unitOfWork.inTransaction(() -> webhooks.list(query.filter(), query.page()));
  }
}
