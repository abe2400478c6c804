package dev.quartermaster.application.webhooks;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.shared.AuditEntry;
import dev.quartermaster.domain.shared.AuditTrail;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.domain.webhooks.SigningSecret;
import dev.quartermaster.domain.webhooks.SigningSecretGenerator;
import dev.quartermaster.domain.webhooks.SigningSecrets;
import dev.quartermaster.domain.webhooks.Webhook;
import dev.quartermaster.domain.webhooks.Webhooks;
import java.time.Instant;
import java.time.InstantSource;

@UseCase
final class RotateWebhookSecretService implements RotateWebhookSecret {
  private final UnitOfWork unitOfWork;
  private final Webhooks webhooks;
  private final SigningSecretGenerator generator;
  private final AuditTrail auditTrail;
  private final InstantSource clock;

  RotateWebhookSecretService(
      UnitOfWork unitOfWork,
      Webhooks webhooks,
      SigningSecretGenerator generator,
      AuditTrail auditTrail,
      InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.webhooks = webhooks;
    this.generator = generator;
    this.auditTrail = auditTrail;
    this.clock = clock;
  }

  @Override
  public Result rotate(Command command) {
    WebhookAccess.require(command.actor());
    SigningSecret secret = generator.generate();
    return unitOfWork.inTransaction(
        () -> {
          Webhook webhook =
              WebhookAccess.existing(
                  webhooks.findForUpdate(command.webhookId()), command.webhookId());
          SigningSecrets secrets = webhooks.findSecrets(webhook.id()).orElseThrow();
          Instant now = clock.instant();
          Webhook changed = webhook.withNewSecret(now);
          webhooks.update(changed);
          webhooks.updateSecrets(webhook.id(), secrets.rotated(secret, now));
          auditTrail.append(
              AuditEntry.of(
                  command.actor(), "webhook.secret-rotated", "webhook", webhook.id(), now));
          return new Result(changed, secret);
        });
  }
}
