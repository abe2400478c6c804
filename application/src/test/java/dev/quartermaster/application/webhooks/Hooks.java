package dev.quartermaster.application.webhooks;

import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.DomainEvent;
import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.webhooks.Answer;
import dev.quartermaster.domain.webhooks.Delivery;
import dev.quartermaster.domain.webhooks.DeliveryFilter;
import dev.quartermaster.domain.webhooks.EventTypePattern;
import dev.quartermaster.domain.webhooks.Webhook;
import dev.quartermaster.domain.webhooks.WebhookUrl;
import dev.quartermaster.testkit.events.InMemoryEventLog;
import dev.quartermaster.testkit.shared.Actors;
import dev.quartermaster.testkit.shared.InMemoryAuditTrail;
import dev.quartermaster.testkit.shared.InMemoryOutbox;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;
import dev.quartermaster.testkit.shared.SequentialIdentifiers;
import dev.quartermaster.testkit.shared.SettableClock;
import dev.quartermaster.testkit.webhooks.InMemoryDeliveries;
import dev.quartermaster.testkit.webhooks.InMemoryMessageBodies;
import dev.quartermaster.testkit.webhooks.InMemoryPastEvents;
import dev.quartermaster.testkit.webhooks.InMemoryReplays;
import dev.quartermaster.testkit.webhooks.InMemorySigningSecretGenerator;
import dev.quartermaster.testkit.webhooks.InMemoryWebhookMails;
import dev.quartermaster.testkit.webhooks.InMemoryWebhookOwners;
import dev.quartermaster.testkit.webhooks.InMemoryWebhookSender;
import dev.quartermaster.testkit.webhooks.InMemoryWebhooks;
import dev.quartermaster.testkit.webhooks.Subscriptions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The context on ports in memory, with an administrator. */
final class Hooks {
  static final WebhookUrl URL = WebhookUrl.of("https://shop.example/hooks");
  static final Answer TAKEN = new Answer.Received(204, Optional.empty());
  static final Answer REFUSED = new Answer.Received(500, Optional.of("no"));

  final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
  final InMemoryWebhooks webhooks = new InMemoryWebhooks(unitOfWork);
  final InMemoryDeliveries deliveries = new InMemoryDeliveries(unitOfWork, webhooks);
  final InMemoryReplays replays = new InMemoryReplays(unitOfWork);
  final InMemoryWebhookSender sender = new InMemoryWebhookSender();
  final InMemoryWebhookOwners owners = new InMemoryWebhookOwners();
  final InMemoryWebhookMails mails = new InMemoryWebhookMails(unitOfWork);
  final InMemoryPastEvents pastEvents = new InMemoryPastEvents();
  final InMemoryMessageBodies bodies = new InMemoryMessageBodies();
  final InMemorySigningSecretGenerator secrets = new InMemorySigningSecretGenerator();
  final InMemoryAuditTrail auditTrail = new InMemoryAuditTrail(unitOfWork);
  final InMemoryOutbox outbox;
  final InMemoryEventLog log;
  final SequentialIdentifiers identifiers = new SequentialIdentifiers();
  final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T10:00:00Z"));
  final Actor.SignedIn admin = Actors.with(Permission.WEBHOOKS_WRITE);

  final CreateWebhook create =
      new CreateWebhookService(
          unitOfWork, webhooks, sender, secrets, auditTrail, identifiers, clock);
  final AttemptDelivery attempt =
      new AttemptDeliveryService(
          unitOfWork, webhooks, deliveries, owners, sender, mails, auditTrail, clock);
  final TakeDueDeliveries take = new TakeDueDeliveriesService(unitOfWork, deliveries, clock);

  Hooks() {
    outbox = new InMemoryOutbox(unitOfWork);
    log = new InMemoryEventLog(unitOfWork, outbox);
    owners.permit(admin.id());
  }

  CreateWebhook.Result created(String... eventTypes) {
    return create.create(
        new CreateWebhook.Command(
            admin,
            URL,
            Set.of(eventTypes).stream().map(EventTypePattern::new).collect(Collectors.toSet()),
            Optional.empty()));
  }

  /** Lets something happen to a thing, and publishes it. */
  void happened(String type, String thing, long sequence) {
    unitOfWork.inTransaction(
        () -> {
          outbox.append(
              new DomainEvent(
                  type,
                  1,
                  type.substring(0, type.indexOf('.')),
                  thing,
                  sequence,
                  Optional.empty(),
                  admin,
                  clock.instant(),
                  Optional.empty(),
                  Map.of("id", thing)));
        });
    unitOfWork.inTransaction(
        () -> {
          var _ = log.publish(100);
        });
  }

  /** A delivery of what happened to that thing, queued. */
  Delivery queued(Webhook webhook, String thing) {
    Delivery delivery = Subscriptions.delivery(identifiers, webhook.id(), thing, clock.instant());
    unitOfWork.inTransaction(() -> deliveries.add(List.of(delivery)));
    return delivery;
  }

  /** Attempts all that is due. */
  List<AttemptDelivery.Result> attemptAll() {
    return take.take(new TakeDueDeliveries.Command(100)).deliveryIds().stream()
        .map(id -> attempt.attempt(new AttemptDelivery.Command(id)))
        .toList();
  }

  Webhook stored(Webhook webhook) {
    return webhooks.find(webhook.id()).orElseThrow();
  }

  Delivery stored(Delivery delivery) {
    return deliveries.find(delivery.id()).orElseThrow();
  }

  List<Delivery> deliveriesTo(Webhook webhook) {
    return deliveries
        .list(
            new DeliveryFilter(webhook.id(), Optional.empty(), Optional.empty()),
            new PageRequest<>(new PageRequest.Page(1), 100, List.of()))
        .items();
  }
}
