package dev.quartermaster.application.webhooks;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.shared.AuditEntry;
import dev.quartermaster.domain.shared.AuditTrail;
import dev.quartermaster.domain.shared.Change;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.domain.webhooks.Webhook;
import dev.quartermaster.domain.webhooks.WebhookSender;
import dev.quartermaster.domain.webhooks.Webhooks;
import java.time.Instant;
import java.time.InstantSource;

@UseCase
final class EditWebhookService implements EditWebhook {
  private final UnitOfWork unitOfWork;
  private final Webhooks webhooks;
  private final WebhookSender sender;
  private final AuditTrail auditTrail;
  private final InstantSource clock;

  EditWebhookService(
      UnitOfWork unitOfWork,
      Webhooks webhooks,
      WebhookSender sender,
      AuditTrail auditTrail,
      InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.webhooks = webhooks;
    this.sender = sender;
    this.auditTrail = auditTrail;
    this.clock = clock;
  }

  @Override
  public Webhook edit(Command command) {
    WebhookAccess.require(command.actor());
    command.changes().url().ifPresent(url -> ReceiverCheck.check(sender, url));
    return unitOfWork.inTransaction(
        () -> {
          Webhook webhook =
              WebhookAccess.existing(
                  webhooks.findForUpdate(command.webhookId()), command.webhookId());
          command.expected().check(webhook.version());
          Instant now = clock.instant();
          Webhook changed = webhook.changed(command.changes(), now);
          if (changed.version() != webhook.version()) {
            webhooks.update(changed);
            auditTrail.append(
                AuditEntry.of(command.actor(), "webhook.edited", "webhook", webhook.id(), now)
                    .changing(Change.between(webhook.auditable(), changed.auditable())));
          }
          return changed;
        });
  }
}
