package dev.quartermaster.application.webhooks;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.shared.AuditEntry;
import dev.quartermaster.domain.shared.AuditTrail;
import dev.quartermaster.domain.shared.Change;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.domain.webhooks.Replay;
import dev.quartermaster.domain.webhooks.Replays;
import dev.quartermaster.domain.webhooks.WebhookId;
import dev.quartermaster.domain.webhooks.Webhooks;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

@UseCase
final class ReplayEventsService implements ReplayEvents {
  private final UnitOfWork unitOfWork;
  private final Webhooks webhooks;
  private final Replays replays;
  private final AuditTrail auditTrail;
  private final InstantSource clock;

  ReplayEventsService(
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
  public Replay replay(Command command) {
    WebhookAccess.require(command.actor());
    WebhookId webhook = command.webhookId();
    Instant now = clock.instant();
    return unitOfWork.inTransaction(
        () -> {
          // Locked, so that whoever deletes the webhook finds the replay.
          WebhookAccess.existing(webhooks.findForUpdate(webhook), webhook).requireEnabled();
          Replay replay = Replay.of(webhook, command.from(), command.to(), now);
          replays.add(replay);
          auditTrail.append(
              AuditEntry.of(command.actor(), "webhook.replayed", "webhook", webhook, now)
                  .changing(
                      Change.between(
                          Map.of(),
                          Map.of("from", replay.from().toString(), "to", replay.to().toString()))));
          return replay;
        });
  }
}
