package dev.quartermaster.application.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.ApiKeyId;
import dev.quartermaster.domain.shared.ExpectedVersion;
import dev.quartermaster.domain.shared.FieldError;
import dev.quartermaster.domain.shared.Forbidden;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.domain.shared.NotFound;
import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.StaleVersion;
import dev.quartermaster.domain.shared.Unauthenticated;
import dev.quartermaster.domain.webhooks.Delivery;
import dev.quartermaster.domain.webhooks.DeliveryFilter;
import dev.quartermaster.domain.webhooks.DeliveryId;
import dev.quartermaster.domain.webhooks.DeliveryState;
import dev.quartermaster.domain.webhooks.EventTypePattern;
import dev.quartermaster.domain.webhooks.ReplayUnderWay;
import dev.quartermaster.domain.webhooks.TooManyWebhooks;
import dev.quartermaster.domain.webhooks.Webhook;
import dev.quartermaster.domain.webhooks.WebhookChanges;
import dev.quartermaster.domain.webhooks.WebhookFilter;
import dev.quartermaster.domain.webhooks.WebhookId;
import dev.quartermaster.domain.webhooks.WebhookNotEnabled;
import dev.quartermaster.domain.webhooks.WebhookStatus;
import dev.quartermaster.domain.webhooks.WebhookUrl;
import dev.quartermaster.testkit.shared.Actors;
import dev.quartermaster.testkit.shared.Concurrently;
import dev.quartermaster.testkit.webhooks.Subscriptions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class WebhookUseCasesTest {
  private final Hooks hooks = new Hooks();
  private final GetWebhook get = new GetWebhookService(hooks.unitOfWork, hooks.webhooks);
  private final ListWebhooks list = new ListWebhooksService(hooks.unitOfWork, hooks.webhooks);
  private final EditWebhook edit =
      new EditWebhookService(
          hooks.unitOfWork, hooks.webhooks, hooks.sender, hooks.auditTrail, hooks.clock);
  private final DeleteWebhook delete =
      new DeleteWebhookService(
          hooks.unitOfWork, hooks.webhooks, hooks.replays, hooks.auditTrail, hooks.clock);
  private final RotateWebhookSecret rotate =
      new RotateWebhookSecretService(
          hooks.unitOfWork, hooks.webhooks, hooks.secrets, hooks.auditTrail, hooks.clock);
  private final GetDelivery getDelivery =
      new GetDeliveryService(hooks.unitOfWork, hooks.deliveries);
  private final ListDeliveries listDeliveries =
      new ListDeliveriesService(hooks.unitOfWork, hooks.webhooks, hooks.deliveries);
  private final Redeliver redeliver =
      new RedeliverService(
          hooks.unitOfWork,
          hooks.webhooks,
          hooks.deliveries,
          hooks.auditTrail,
          hooks.identifiers,
          hooks.clock);
  private final ReplayEvents replay =
      new ReplayEventsService(
          hooks.unitOfWork, hooks.webhooks, hooks.replays, hooks.auditTrail, hooks.clock);
  private final ContinueReplay continueReplay =
      new ContinueReplayService(
          hooks.unitOfWork,
          hooks.replays,
          hooks.webhooks,
          hooks.pastEvents,
          hooks.deliveries,
          hooks.bodies,
          hooks.identifiers,
          hooks.clock);
  private final QueueDeliveries queue =
      new QueueDeliveriesService(
          hooks.unitOfWork,
          hooks.log,
          hooks.webhooks,
          hooks.deliveries,
          hooks.bodies,
          hooks.identifiers,
          hooks.clock);
  private final ForgetDeliveries forget =
      new ForgetDeliveriesService(hooks.unitOfWork, hooks.deliveries, hooks.clock);

  @Test
  void aWebhookBelongsToWhoCreatesItAndHasASecretOfItsOwn() {
    CreateWebhook.Result created = hooks.created("order.*");

    assertThat(created.webhook().ownerId()).isEqualTo(hooks.admin.id());
    assertThat(created.webhook().isEnabled()).isTrue();
    assertThat(get.get(new GetWebhook.Query(hooks.admin, created.webhook().id())))
        .isEqualTo(created.webhook());
    assertThat(hooks.webhooks.findSecrets(created.webhook().id()))
        .hasValueSatisfying(
            secrets -> assertThat(secrets.signingAt(now())).containsExactly(created.secret()));
    assertThat(hooks.created("order.*").secret()).isNotEqualTo(created.secret());
    assertThat(hooks.auditTrail.actionsOn(created.webhook().id()))
        .containsExactly("webhook.created");
    assertThat(hooks.auditTrail.entries().toString()).doesNotContain(created.secret().value());
  }

  @Test
  void whatAProgramCreatesBelongsToWhomItActsFor() {
    Actor program =
        new Actor.KeyHolder(
            new ApiKeyId(UUID.randomUUID()), hooks.admin.id(), Set.of(Permission.WEBHOOKS_WRITE));

    assertThat(
            hooks
                .create
                .create(
                    new CreateWebhook.Command(
                        program, Hooks.URL, Set.of(new EventTypePattern("*")), Optional.empty()))
                .webhook()
                .ownerId())
        .isEqualTo(hooks.admin.id());
  }

  @Test
  void nobodyDoesAnythingWithoutThePermission() {
    Webhook webhook = hooks.created("*").webhook();
    Delivery delivery = hooks.queued(webhook, "42");
    Actor lacking = Actors.without(Permission.WEBHOOKS_WRITE);

    for (Consumer<Actor> useCase : everything(webhook.id(), delivery.id())) {
      assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> useCase.accept(lacking));
      assertThatExceptionOfType(Unauthenticated.class)
          .isThrownBy(() -> useCase.accept(Actors.anonymous()));
    }
  }

  @Test
  void withThePermissionEverybodysWebhooksAreSeen() {
    Webhook webhook = hooks.created("*").webhook();
    Actor other = Actors.with(Permission.WEBHOOKS_WRITE);

    assertThat(get.get(new GetWebhook.Query(other, webhook.id()))).isEqualTo(webhook);
    assertThat(listed(other, new WebhookFilter(Optional.empty(), Optional.empty())))
        .containsExactly(webhook);
    assertThat(
            listed(
                other,
                new WebhookFilter(
                    Optional.of(hooks.admin.id()), Optional.of(WebhookStatus.DISABLED))))
        .isEmpty();
  }

  @Test
  void whatIsUnknownIsNotFound() {
    Webhook unknown = Subscriptions.toOrders(hooks.identifiers, hooks.admin.id(), now());
    Delivery none = Subscriptions.delivery(hooks.identifiers, unknown.id(), "42", now());

    for (Consumer<Actor> useCase : everything(unknown.id(), none.id()).subList(2, 10)) {
      assertThatExceptionOfType(NotFound.class).isThrownBy(() -> useCase.accept(hooks.admin));
    }
  }

  @Test
  void anAddressToWhichNothingIsEverSentIsRefusedAtOnce() {
    WebhookUrl inside = WebhookUrl.of("https://10.0.0.1/hooks");
    Webhook webhook = hooks.created("*").webhook();

    assertUrlRefused(
        () ->
            hooks.create.create(
                new CreateWebhook.Command(
                    hooks.admin, inside, Set.of(new EventTypePattern("*")), Optional.empty())));
    assertUrlRefused(() -> edit(webhook, changes(Optional.of(inside), Optional.empty())));
  }

  @Test
  void anOwnerHasNoMoreWebhooksThanPromised() {
    for (int webhook = 1; webhook < Webhook.MAX_PER_OWNER; webhook++) {
      hooks.created("*");
    }

    List<Boolean> created =
        Concurrently.inThreads(
            4,
            () -> {
              try {
                hooks.created("*");
                return true;
              } catch (TooManyWebhooks tooMany) {
                return false;
              }
            });

    assertThat(created).containsOnlyOnce(true);
  }

  @Test
  void aChangeIsStoredAndTold() {
    Webhook webhook = hooks.created("*").webhook();
    hooks.clock.advance(Duration.ofSeconds(5));

    Webhook changed =
        edit(
            webhook,
            changes(
                Optional.of(WebhookUrl.of("https://another.example")),
                Optional.of(WebhookStatus.DISABLED)));

    assertThat(hooks.stored(webhook)).isEqualTo(changed);
    assertThat(changed.updatedAt()).isEqualTo(now());
    assertThat(hooks.auditTrail.actionsOn(webhook.id()))
        .containsExactly("webhook.created", "webhook.edited");
    assertThatExceptionOfType(StaleVersion.class)
        .isThrownBy(() -> edit(webhook, changes(Optional.empty(), Optional.empty())));
  }

  @Test
  void aChangeOfNothingIsNone() {
    Webhook webhook = hooks.created("*").webhook();

    assertThat(edit(webhook, changes(Optional.of(Hooks.URL), Optional.empty()))).isEqualTo(webhook);
    assertThat(hooks.auditTrail.actionsOn(webhook.id())).containsExactly("webhook.created");
  }

  @Test
  void aDeletedWebhookIsGoneWithItsReplay() {
    Webhook webhook = hooks.created("*").webhook();
    replay(webhook);
    assertThatExceptionOfType(StaleVersion.class)
        .isThrownBy(() -> delete(webhook, ExpectedVersion.of(9)));

    delete(webhook, ExpectedVersion.of(1));

    assertThat(hooks.webhooks.find(webhook.id())).isEmpty();
    assertThat(hooks.unitOfWork.inTransaction(hooks.replays::next)).isEmpty();
    assertThat(hooks.auditTrail.actionsOn(webhook.id())).endsWith("webhook.deleted");
  }

  @Test
  void afterARotationBothSecretsSignForADay() {
    CreateWebhook.Result created = hooks.created("order.*");
    RotateWebhookSecret.Result rotated =
        rotate.rotate(new RotateWebhookSecret.Command(hooks.admin, created.webhook().id()));
    hooks.sender.answer(Hooks.URL, Hooks.TAKEN);

    hooks.queued(rotated.webhook(), "1");
    hooks.attemptAll();
    hooks.clock.advance(Duration.ofHours(24));
    hooks.queued(rotated.webhook(), "2");
    hooks.attemptAll();

    assertThat(hooks.sender.sent().getFirst().secrets())
        .containsExactly(rotated.secret(), created.secret());
    assertThat(hooks.sender.sent().getLast().secrets()).containsExactly(rotated.secret());
    assertThat(rotated.webhook().version()).isEqualTo(2);
    assertThat(hooks.auditTrail.actionsOn(created.webhook().id()))
        .endsWith("webhook.secret-rotated");
  }

  @Test
  void eachEventIsQueuedOnceForEachWebhookThatWantsIt() {
    Webhook orders = hooks.created("order.*").webhook();
    Webhook all = hooks.created("*").webhook();
    Webhook disabled = hooks.created("*").webhook();
    edit(disabled, changes(Optional.empty(), Optional.of(WebhookStatus.DISABLED)));
    hooks.happened("order.placed", "42", 1);
    hooks.happened("product.created", "7", 1);

    assertThat(queue.queue(new QueueDeliveries.Command(10)))
        .isEqualTo(new QueueDeliveries.Result(2, 3));
    assertThat(queue.queue(new QueueDeliveries.Command(10)))
        .isEqualTo(new QueueDeliveries.Result(0, 0));

    assertThat(hooks.deliveriesTo(orders))
        .extracting(delivery -> delivery.message().eventType())
        .containsExactly("order.placed");
    assertThat(hooks.deliveriesTo(all)).hasSize(2);
    assertThat(hooks.deliveriesTo(disabled)).isEmpty();
    assertThat(hooks.deliveriesTo(orders).getFirst().message().body())
        .contains("\"type\":\"order.placed\"", "\"subject\":\"order/42\"");
  }

  @Test
  void aBatchIsNoLargerThanAskedFor() {
    Webhook all = hooks.created("*").webhook();
    hooks.happened("order.placed", "42", 1);
    hooks.happened("order.confirmed", "42", 2);

    assertThat(queue.queue(new QueueDeliveries.Command(1)).events()).isEqualTo(1);
    assertThat(hooks.deliveriesTo(all)).hasSize(1);
  }

  @Test
  void aRedeliveryIsAnotherDeliveryOfTheSameMessage() {
    Webhook webhook = hooks.created("*").webhook();
    Delivery first = hooks.queued(webhook, "42");
    hooks.sender.answer(Hooks.URL, Hooks.TAKEN);
    hooks.attemptAll();

    Delivery again =
        redeliver.redeliver(new Redeliver.Command(hooks.admin, webhook.id(), first.id()));
    hooks.attemptAll();

    assertThat(again.id()).isNotEqualTo(first.id());
    assertThat(again.message()).isEqualTo(first.message());
    assertThat(hooks.stored(again).state()).isEqualTo(DeliveryState.DELIVERED);
    assertThat(hooks.sender.sent()).hasSize(2);
    assertThat(hooks.auditTrail.actionsOn(first.id())).containsExactly("delivery.redelivered");
  }

  @Test
  void aDeliveryOfAnotherWebhookIsNotFound() {
    Delivery delivery = hooks.queued(hooks.created("*").webhook(), "42");
    WebhookId other = hooks.created("*").webhook().id();

    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(
            () -> getDelivery.get(new GetDelivery.Query(hooks.admin, other, delivery.id())));
  }

  @Test
  void aReplayQueuesWhatTheWebhookWantsOfThatTimeInSteps() {
    Webhook webhook = hooks.created("order.*").webhook();
    past(1, "order.placed", now().minusSeconds(61));
    past(2, "order.placed", now().minusSeconds(60));
    past(3, "product.created", now().minusSeconds(50));
    past(4, "order.shipped", now().minusSeconds(40));
    past(5, "order.shipped", now());

    replay(webhook);
    assertThatExceptionOfType(ReplayUnderWay.class).isThrownBy(() -> replay(webhook));
    assertThat(step(2)).isEqualTo(2);
    assertThat(hooks.deliveriesTo(webhook)).hasSize(1);
    assertThat(step(2)).isEqualTo(1);
    assertThat(step(2)).isZero();

    assertThat(hooks.deliveriesTo(webhook))
        .extracting(delivery -> delivery.message().eventType())
        .containsExactlyInAnyOrder("order.placed", "order.shipped");
    assertThat(hooks.auditTrail.actionsOn(webhook.id()))
        .containsExactly("webhook.created", "webhook.replayed");
  }

  @Test
  void aReplayEndsWhenItsWebhookIsDisabled() {
    Webhook webhook = hooks.created("order.*").webhook();
    past(1, "order.placed", now().minusSeconds(60));
    replay(webhook);
    edit(webhook, changes(Optional.empty(), Optional.of(WebhookStatus.DISABLED)));

    assertThat(step(10)).isZero();

    assertThat(hooks.unitOfWork.inTransaction(hooks.replays::next)).isEmpty();
    assertThat(hooks.deliveriesTo(webhook)).isEmpty();
  }

  @Test
  void nothingIsAskedOfAWebhookThatIsDisabled() {
    Webhook webhook = hooks.created("*").webhook();
    Delivery delivery = hooks.queued(webhook, "42");
    edit(webhook, changes(Optional.empty(), Optional.of(WebhookStatus.DISABLED)));

    assertThatExceptionOfType(WebhookNotEnabled.class).isThrownBy(() -> replay(webhook));
    assertThatExceptionOfType(WebhookNotEnabled.class)
        .isThrownBy(
            () ->
                redeliver.redeliver(
                    new Redeliver.Command(hooks.admin, webhook.id(), delivery.id())));
  }

  @Test
  void whatHasBeenOverForLongIsForgotten() {
    Delivery delivery = hooks.queued(hooks.created("*").webhook(), "42");
    hooks.sender.answer(Hooks.URL, Hooks.TAKEN);
    hooks.attemptAll();

    hooks.clock.advance(Delivery.RETENTION);
    assertThat(forget.forget(new ForgetDeliveries.Command(10)).forgotten()).isZero();
    hooks.clock.advance(Duration.ofMillis(1));
    assertThat(forget.forget(new ForgetDeliveries.Command(10)).forgotten()).isEqualTo(1);

    assertThat(hooks.deliveries.find(delivery.id())).isEmpty();
  }

  /** Those that name no thing come first. */
  private List<Consumer<Actor>> everything(WebhookId webhook, DeliveryId delivery) {
    return List.of(
        actor ->
            hooks.create.create(
                new CreateWebhook.Command(
                    actor, Hooks.URL, Set.of(new EventTypePattern("*")), Optional.empty())),
        actor -> listed(actor, new WebhookFilter(Optional.empty(), Optional.empty())),
        actor -> get.get(new GetWebhook.Query(actor, webhook)),
        actor ->
            edit.edit(
                new EditWebhook.Command(
                    actor,
                    webhook,
                    ExpectedVersion.any(),
                    changes(Optional.empty(), Optional.empty()))),
        actor ->
            delete.delete(new DeleteWebhook.Command(actor, webhook, ExpectedVersion.of(1_000))),
        actor -> rotate.rotate(new RotateWebhookSecret.Command(actor, webhook)),
        actor ->
            listDeliveries.list(
                new ListDeliveries.Query(
                    actor,
                    new DeliveryFilter(webhook, Optional.empty(), Optional.empty()),
                    new PageRequest<>(new PageRequest.Page(1), 10, List.of()))),
        actor -> getDelivery.get(new GetDelivery.Query(actor, webhook, delivery)),
        actor -> redeliver.redeliver(new Redeliver.Command(actor, webhook, delivery)),
        actor ->
            replay.replay(new ReplayEvents.Command(actor, webhook, now().minusSeconds(9), now())));
  }

  private List<Webhook> listed(Actor actor, WebhookFilter filter) {
    return list.list(
            new ListWebhooks.Query(
                actor, filter, new PageRequest<>(new PageRequest.Page(1), 10, List.of())))
        .items();
  }

  private Webhook edit(Webhook webhook, WebhookChanges changes) {
    return edit.edit(
        new EditWebhook.Command(
            hooks.admin, webhook.id(), ExpectedVersion.of(webhook.version()), changes));
  }

  private void delete(Webhook webhook, ExpectedVersion expected) {
    delete.delete(new DeleteWebhook.Command(hooks.admin, webhook.id(), expected));
  }

  private void replay(Webhook webhook) {
    var _ =
        replay.replay(
            new ReplayEvents.Command(hooks.admin, webhook.id(), now().minusSeconds(60), now()));
  }

  private int step(int limit) {
    return continueReplay.step(new ContinueReplay.Command(limit)).examined();
  }

  private void past(long position, String type, Instant at) {
    hooks.pastEvents.add(Subscriptions.event(hooks.identifiers, position, type, "42", at));
  }

  private static WebhookChanges changes(Optional<WebhookUrl> url, Optional<WebhookStatus> status) {
    return new WebhookChanges(url, Optional.empty(), Optional.empty(), status);
  }

  private static void assertUrlRefused(Runnable useCase) {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(useCase::run)
        .satisfies(
            refusal ->
                assertThat(refusal.fieldErrors())
                    .extracting(FieldError::field)
                    .containsExactly("url"));
  }

  private Instant now() {
    return hooks.clock.instant();
  }
}
