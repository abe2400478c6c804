package dev.quartermaster.application.webhooks;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.AuditEntry;
import dev.quartermaster.domain.shared.AuditTrail;
import dev.quartermaster.domain.shared.Change;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.domain.webhooks.Answer;
import dev.quartermaster.domain.webhooks.Attempt;
import dev.quartermaster.domain.webhooks.Deliveries;
import dev.quartermaster.domain.webhooks.Delivery;
import dev.quartermaster.domain.webhooks.DeliveryState;
import dev.quartermaster.domain.webhooks.SigningSecrets;
import dev.quartermaster.domain.webhooks.Webhook;
import dev.quartermaster.domain.webhooks.WebhookHealth;
import dev.quartermaster.domain.webhooks.WebhookId;
import dev.quartermaster.domain.webhooks.WebhookMails;
import dev.quartermaster.domain.webhooks.WebhookOwners;
import dev.quartermaster.domain.webhooks.WebhookSender;
import dev.quartermaster.domain.webhooks.Webhooks;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

@UseCase
final class AttemptDeliveryService implements AttemptDelivery {
  private static final Actor ACTOR = new Actor.SystemProcess("webhook-delivery");
  private static final Result LEFT = new Result(Outcome.LEFT, Optional.empty());

  private final UnitOfWork unitOfWork;
  private final Webhooks webhooks;
  private final Deliveries deliveries;
  private final WebhookOwners owners;
  private final WebhookSender sender;
  private final WebhookMails mails;
  private final AuditTrail auditTrail;
  private final InstantSource clock;

  AttemptDeliveryService(
      UnitOfWork unitOfWork,
      Webhooks webhooks,
      Deliveries deliveries,
      WebhookOwners owners,
      WebhookSender sender,
      WebhookMails mails,
      AuditTrail auditTrail,
      InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.webhooks = webhooks;
    this.deliveries = deliveries;
    this.owners = owners;
    this.sender = sender;
    this.mails = mails;
    this.auditTrail = auditTrail;
    this.clock = clock;
  }

  @Override
  public Result attempt(Command command) {
    return unitOfWork
        .reading(() -> deliveries.find(command.deliveryId()))
        .filter(delivery -> delivery.state() == DeliveryState.SENDING)
        .map(this::attempt)
        .orElse(LEFT);
  }

  private Result attempt(Delivery delivery) {
    if (delivery.isWornOut()) {
      return park(delivery);
    }
    Optional<Webhook> webhook =
        unitOfWork.reading(() -> webhooks.find(delivery.webhookId())).filter(Webhook::isEnabled);
    if (webhook.isEmpty()) {
      return leave(delivery);
    }
    if (!owners.mayHaveWebhooks(webhook.get().ownerId())) {
      unitOfWork.inTransaction(() -> disable(webhook.get().id(), clock.instant()));
      return leave(delivery);
    }
    return unitOfWork
        .reading(() -> webhooks.findSecrets(delivery.webhookId()))
        .map(secrets -> send(delivery, webhook.get(), secrets))
        .orElseGet(() -> leave(delivery));
  }

  private Result leave(Delivery delivery) {
    unitOfWork.inTransaction(
        () -> {
          var _ = deliveries.record(delivery.putBack(clock.instant()));
        });
    return LEFT;
  }

  /** What fails here each time, or ends the node, must not come back for ever. */
  private Result park(Delivery delivery) {
    return unitOfWork.inTransaction(() -> deliveries.record(delivery.parked(clock.instant())))
        ? new Result(Outcome.DEAD, Optional.of("no attempt came to its end"))
        : LEFT;
  }

  private Result send(Delivery delivery, Webhook webhook, SigningSecrets secrets) {
    Instant begin = clock.instant();
    Answer answer = sender.send(webhook.url(), delivery.message(), secrets.signingAt(begin), begin);
    Instant end = clock.instant();
    Delivery attempted =
        delivery.attempted(
            new Attempt(webhook.url(), begin, Duration.between(begin, end), answer), end);
    return unitOfWork.inTransaction(() -> record(attempted, webhook, answer, end))
        ? result(attempted, answer)
        : LEFT;
  }

  /** Whoever was so slow that somebody else has taken the delivery has no say in it any more. */
  private boolean record(Delivery attempted, Webhook webhook, Answer answer, Instant at) {
    if (!deliveries.record(attempted)) {
      return false;
    }
    boolean isHealthy = webhook.health().equals(WebhookHealth.HEALTHY);
    if (!answer.isSuccess() || !isHealthy) {
      webhooks
          .findForUpdate(webhook.id())
          .filter(Webhook::isEnabled)
          .ifPresent(current -> judge(current, answer, at));
    }
    return true;
  }

  private void judge(Webhook webhook, Answer answer, Instant at) {
    WebhookHealth health = answer.isSuccess() ? WebhookHealth.HEALTHY : webhook.health().failed(at);
    Webhook judged = webhook.withHealth(health);
    if (answer.isGone() || health.isBeyondPatience(at)) {
      giveUp(judged, at);
      mails.givenUp(webhook.id(), webhook.ownerId(), at);
    } else {
      webhooks.update(judged);
    }
  }

  private void disable(WebhookId id, Instant at) {
    webhooks.findForUpdate(id).filter(Webhook::isEnabled).ifPresent(webhook -> giveUp(webhook, at));
  }

  private void giveUp(Webhook webhook, Instant at) {
    Webhook givenUp = webhook.givenUp(at);
    webhooks.update(givenUp);
    auditTrail.append(
        AuditEntry.of(ACTOR, "webhook.given-up", "webhook", webhook.id(), at)
            .changing(Change.between(webhook.auditable(), givenUp.auditable())));
  }

  private static Result result(Delivery attempted, Answer answer) {
    Outcome outcome =
        switch (attempted.state()) {
          case DELIVERED -> Outcome.DELIVERED;
          case DEAD -> Outcome.DEAD;
          case PENDING, SENDING -> Outcome.POSTPONED;
        };
    return new Result(outcome, failure(answer));
  }

  private static Optional<String> failure(Answer answer) {
    return switch (answer) {
      case Answer.Received(var status, var _) when !answer.isSuccess() ->
          Optional.of("the receiver answered " + status);
      case Answer.Received _ -> Optional.empty();
      case Answer.Failed(var reason) -> Optional.of(reason);
    };
  }
}
