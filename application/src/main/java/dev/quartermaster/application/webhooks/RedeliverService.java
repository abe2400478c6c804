package dev.quartermaster.application.webhooks;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.shared.AuditEntry;
import dev.quartermaster.domain.shared.AuditTrail;
import dev.quartermaster.domain.shared.Identifiers;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.domain.webhooks.Deliveries;
import dev.quartermaster.domain.webhooks.Delivery;
import dev.quartermaster.domain.webhooks.DeliveryId;
import dev.quartermaster.domain.webhooks.WebhookId;
import dev.quartermaster.domain.webhooks.Webhooks;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

@UseCase
final class RedeliverService implements Redeliver {
  private final UnitOfWork unitOfWork;
  private final Webhooks webhooks;
  private final Deliveries deliveries;
  private final AuditTrail auditTrail;
  private final Identifiers identifiers;
  private final InstantSource clock;

  RedeliverService(
      UnitOfWork unitOfWork,
      Webhooks webhooks,
      Deliveries deliveries,
      AuditTrail auditTrail,
      Identifiers identifiers,
      InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.webhooks = webhooks;
    this.deliveries = deliveries;
    this.auditTrail = auditTrail;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  @Override
  public Delivery redeliver(Command command) {
    WebhookAccess.require(command.actor());
    WebhookId webhook = command.webhookId();
    return unitOfWork.inTransaction(
        () -> {
          WebhookAccess.existing(webhooks.find(webhook), webhook).requireEnabled();
          Delivery before =
              WebhookDeliveries.of(
                  webhook, deliveries.find(command.deliveryId()), command.deliveryId());
          Instant now = clock.instant();
          Delivery again =
              Delivery.queued(new DeliveryId(identifiers.next()), webhook, before.message(), now);
          deliveries.add(List.of(again));
          auditTrail.append(
              AuditEntry.of(command.actor(), "delivery.redelivered", "delivery", before.id(), now));
          return again;
        });
  }
}
