package dev.quartermaster.application.webhooks;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.shared.AuditEntry;
import dev.quartermaster.domain.shared.AuditTrail;
import dev.quartermaster.domain.shared.Change;
import dev.quartermaster.domain.shared.Identifiers;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.domain.shared.UserId;
import dev.quartermaster.domain.webhooks.SigningSecret;
import dev.quartermaster.domain.webhooks.SigningSecretGenerator;
import dev.quartermaster.domain.webhooks.SigningSecrets;
import dev.quartermaster.domain.webhooks.TooManyWebhooks;
import dev.quartermaster.domain.webhooks.Webhook;
import dev.quartermaster.domain.webhooks.WebhookId;
import dev.quartermaster.domain.webhooks.WebhookSender;
import dev.quartermaster.domain.webhooks.Webhooks;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

@UseCase
final class CreateWebhookService implements CreateWebhook {
  private final UnitOfWork unitOfWork;
  private final Webhooks webhooks;
  private final WebhookSender sender;
  private final SigningSecretGenerator secrets;
  private final AuditTrail auditTrail;
  private final Identifiers identifiers;
  private final InstantSource clock;

  CreateWebhookService(
      UnitOfWork unitOfWork,
      Webhooks webhooks,
      WebhookSender sender,
      SigningSecretGenerator secrets,
      AuditTrail auditTrail,
      Identifiers identifiers,
      InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.webhooks = webhooks;
    this.sender = sender;
    this.secrets = secrets;
    this.auditTrail = auditTrail;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  @Override
  public Result create(Command command) {
    UserId owner = command.actor().requirePrincipal(Permission.WEBHOOKS_WRITE);
    WebhookAccess.require(command.actor());
    ReceiverCheck.check(sender, command.url());
    Instant now = clock.instant();
    Webhook webhook =
        Webhook.create(
            new WebhookId(identifiers.next()),
            owner,
            command.url(),
            command.eventTypes(),
            command.description(),
            now);
    SigningSecret secret = secrets.generate();
    unitOfWork.inTransaction(
        () -> {
          if (webhooks.countForUpdate(owner) >= Webhook.MAX_PER_OWNER) {
            throw new TooManyWebhooks();
          }
          webhooks.add(webhook, SigningSecrets.of(secret));
          auditTrail.append(
              AuditEntry.of(command.actor(), "webhook.created", "webhook", webhook.id(), now)
                  .changing(Change.between(Map.of(), webhook.auditable())));
        });
    return new Result(webhook, secret);
  }
}
