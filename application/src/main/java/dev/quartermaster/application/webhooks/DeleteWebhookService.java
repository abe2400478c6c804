package dev.quartermaster.application.webhooks;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.shared.AuditEntry;
import dev.quartermaster.domain.shared.AuditTrail;
import dev.quartermaster.domain.shared.Change;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.domain.webhooks.Replays;
import dev.quartermaster.domain.webhooks.Webhook;
import dev.quartermaster.domain.webhooks.Webhooks;
import java.time.InstantSource;
import java.util.Map;

@UseCase
final class DeleteWebhookService implements DeleteWebhook {
  private final UnitOfWork unitOfWork;
  private final Webhooks webhooks;
  private final Replays replays;
  private final AuditTrail auditTrail;
  private final InstantSource clock;

  DeleteWebhookService(
      UnitOfWork unitOfWork,
      Webhooks webhooks,
      Replays replays,
      AuditTrail auditTrail,
      InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.webhooks = webhooks;
    this.replays = replays;
    this.auditTrail = auditTrail;
    this.clock = clock;
  }

  @Override
  public void delete(Command command) {
    WebhookAccess.require(command.actor());
    unitOfWork.inTransaction(
        () -> {
          Webhook webhook =
              WebhookAccess.existing(
                  webhooks.findForUpdate(command.webhookId()), command.webhookId());
          command.expected().check(webhook.version());
          webhooks.delete(webhook.id());
          replays.remove(webhook.id());
          auditTrail.append(
              AuditEntry.of(
                      command.actor(), "webhook.deleted", "webhook", webhook.id(), clock.instant())
                  .changing(Change.between(webhook.auditable(), Map.of())));
        });
  }
}
