package dev.quartermaster.testkit.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Slice;
import dev.quartermaster.domain.shared.UserId;
import dev.quartermaster.domain.webhooks.Answer;
import dev.quartermaster.domain.webhooks.Attempt;
import dev.quartermaster.domain.webhooks.Deliveries;
import dev.quartermaster.domain.webhooks.Delivery;
import dev.quartermaster.domain.webhooks.DeliveryField;
import dev.quartermaster.domain.webhooks.DeliveryFilter;
import dev.quartermaster.domain.webhooks.DeliveryId;
import dev.quartermaster.domain.webhooks.DeliveryState;
import dev.quartermaster.domain.webhooks.SigningSecrets;
import dev.quartermaster.domain.webhooks.Webhook;
import dev.quartermaster.domain.webhooks.WebhookHealth;
import dev.quartermaster.domain.webhooks.Webhooks;
import dev.quartermaster.testkit.shared.Concurrently;
import dev.quartermaster.testkit.shared.ListContract;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What {@link Deliveries} promise. */
public abstract class DeliveriesContract extends ListContract<Delivery, DeliveryField> {
  /** Before anything else that the store may hold is due. */
  private static final Instant LONG_AGO = Instant.parse("2001-02-03T04:05:06Z");

  private static final Answer TAKEN = new Answer.Received(204, Optional.empty());
  private static final Answer REFUSED = new Answer.Received(500, Optional.of("Oh no: “no”"));

  private final List<Webhook> webhooks = new ArrayList<>();
  private final Webhook listed = Subscriptions.toOrders(IDENTIFIERS, owner(), NOW);

  /** The port under test. */
  protected abstract Deliveries deliveries();

  /** The webhooks that the deliveries are for. */
  protected abstract Webhooks webhooks();

  @AfterEach
  void leaveNothingThatIsDue() {
    inTransaction(() -> webhooks.forEach(webhook -> webhooks().delete(webhook.id())));
  }

  @Test
  void findsWhatWasQueued() {
    Delivery delivery = queued(webhook(), unique());

    assertThat(inTransaction(() -> deliveries().find(delivery.id()))).contains(delivery);
    assertThat(inTransaction(() -> deliveries().find(new DeliveryId(IDENTIFIERS.next()))))
        .isEmpty();
  }

  @Test
  void aDeliveryIsTakenWithTheAttemptCounted() {
    Delivery delivery = queued(webhook(), unique());

    assertThat(take(LONG_AGO)).containsExactly(delivery.taken(LONG_AGO));
    assertThat(inTransaction(() -> deliveries().find(delivery.id())))
        .contains(delivery.taken(LONG_AGO));
  }

  @Test
  void whatIsNotDueIsLeft() {
    queued(webhook(), unique());

    assertThat(take(LONG_AGO.minusMillis(1))).isEmpty();
    assertThat(take(LONG_AGO)).hasSize(1);
  }

  @Test
  void aTakenDeliveryIsDueAgainWhenItsLeaseEnds() {
    queued(webhook(), unique());
    assertThat(take(LONG_AGO)).hasSize(1);

    assertThat(take(LONG_AGO.plus(Delivery.LEASE).minusMillis(1))).isEmpty();
    assertThat(take(LONG_AGO.plus(Delivery.LEASE)))
        .extracting(Delivery::attempts)
        .containsExactly(2);
  }

  @Test
  void whatAWebhookThatIsDisabledOrRestsShouldGetWaits() {
    Webhook webhook = webhook();
    queued(webhook, unique());
    Webhook resting = failing(webhook, LONG_AGO);
    Instant rested = resting.health().restingUntil().orElseThrow();

    assertThat(take(rested.minusMillis(1))).isEmpty();
    inTransaction(() -> webhooks().update(webhook.givenUp(NOW)));
    assertThat(take(rested)).isEmpty();
    inTransaction(() -> webhooks().update(resting));
    assertThat(take(rested)).hasSize(1);
  }

  @Test
  void fewAtATimeAreSentToAWebhook() {
    Webhook webhook = webhook();
    for (int delivery = 0; delivery <= Delivery.MAX_AT_ONCE; delivery++) {
      queued(webhook, unique());
    }

    List<Delivery> first = take(LONG_AGO);
    assertThat(first).hasSize(Delivery.MAX_AT_ONCE);
    assertThat(take(LONG_AGO)).isEmpty();
    assertThat(record(first.getFirst(), TAKEN)).isTrue();
    assertThat(take(LONG_AGO)).hasSize(1);
  }

  @Test
  void oneAtATimeIsSentToAWebhookThatFails() {
    Webhook webhook = webhook();
    queued(webhook, unique());
    queued(webhook, unique());
    Webhook failing = failing(webhook, LONG_AGO.minus(Duration.ofDays(1)));
    inTransaction(() -> webhooks().update(failing));

    assertThat(take(LONG_AGO)).hasSize(1);
    assertThat(take(LONG_AGO)).isEmpty();
  }

  @Test
  void whatHappenedToAThingIsSentInOrder() {
    Webhook webhook = webhook();
    String thing = unique();
    Delivery first = queued(webhook, thing);
    Delivery second = queued(webhook, thing);
    Delivery other = queued(webhook, unique());

    List<Delivery> taken = take(LONG_AGO);
    assertThat(taken).extracting(Delivery::id).containsExactlyInAnyOrder(first.id(), other.id());
    record(first.taken(LONG_AGO), REFUSED);
    assertThat(take(LONG_AGO)).isEmpty();

    Delivery retried = take(LONG_AGO.plusSeconds(30)).getFirst();
    assertThat(retried.id()).isEqualTo(first.id());
    record(retried, TAKEN);
    assertThat(take(LONG_AGO)).extracting(Delivery::id).containsExactly(second.id());
  }

  @Test
  void whatWasGivenUpHoldsNothingBack() {
    Webhook webhook = webhook();
    String thing = unique();
    Delivery first = queued(webhook, thing);
    Delivery second = queued(webhook, thing);
    assertThat(take(LONG_AGO)).hasSize(1);

    record(first.taken(LONG_AGO), new Answer.Received(410, Optional.empty()));

    assertThat(take(LONG_AGO)).extracting(Delivery::id).containsExactly(second.id());
  }

  @Test
  void theSameThingIsNotHeldBackByAnotherWebhook() {
    String thing = unique();
    Delivery one = queued(webhook(), thing);
    Delivery other = queued(webhook(), thing);

    assertThat(take(LONG_AGO))
        .extracting(Delivery::id)
        .containsExactlyInAnyOrder(one.id(), other.id());
  }

  @Test
  void eachWebhookHasItsTurnAndThoseThatFailedComeLast() {
    Webhook busy = webhook();
    queued(busy, unique());
    queued(busy, unique());
    Webhook failed = webhook();
    inTransaction(
        () ->
            webhooks()
                .update(failed.withHealth(WebhookHealth.HEALTHY.failed(LONG_AGO.minusSeconds(1)))));
    queued(failed, unique());
    Webhook quiet = webhook();
    queued(quiet, unique());

    assertThat(inTransaction(() -> deliveries().take(LONG_AGO, 2)))
        .extracting(Delivery::webhookId)
        .containsExactlyInAnyOrder(busy.id(), quiet.id());
    assertThat(inTransaction(() -> deliveries().take(LONG_AGO, 1)))
        .extracting(Delivery::webhookId)
        .containsExactly(busy.id());
    assertThat(inTransaction(() -> deliveries().take(LONG_AGO, 1)))
        .extracting(Delivery::webhookId)
        .containsExactly(failed.id());
  }

  @Test
  void whatCameOfAnAttemptIsStored() {
    Delivery delivery = queued(webhook(), unique());
    Delivery taken = take(LONG_AGO).getFirst();
    Delivery refused = taken.attempted(attempt(REFUSED), NOW);

    assertThat(inTransaction(() -> deliveries().record(refused))).isTrue();
    assertThat(inTransaction(() -> deliveries().find(delivery.id()))).contains(refused);

    Delivery failed =
        take(NOW.plusSeconds(60))
            .getFirst()
            .attempted(attempt(new Answer.Failed("“no answer”")), NOW.plusSeconds(61));
    assertThat(inTransaction(() -> deliveries().record(failed))).isTrue();
    assertThat(inTransaction(() -> deliveries().find(delivery.id()))).contains(failed);
  }

  @Test
  void whoComesTooLateChangesNothing() {
    Delivery delivery = queued(webhook(), unique());
    Delivery late = take(LONG_AGO).getFirst();
    Delivery again = take(LONG_AGO.plus(Delivery.LEASE)).getFirst();

    assertThat(record(late, TAKEN)).isFalse();
    assertThat(inTransaction(() -> deliveries().find(delivery.id()))).contains(again);
  }

  @Test
  void eachOfManyDeliveriesGoesToOneOfManyTakers() {
    List<DeliveryId> queued = new ArrayList<>();
    for (int webhook = 0; webhook < 10; webhook++) {
      Webhook one = webhook();
      for (int delivery = 0; delivery < Delivery.MAX_AT_ONCE; delivery++) {
        queued.add(queued(one, unique()).id());
      }
    }

    List<DeliveryId> taken =
        Concurrently.inThreads(THREADS, this::takeAll).stream().flatMap(List::stream).toList();
    List<DeliveryId> all = new ArrayList<>(taken);
    take(LONG_AGO).forEach(delivery -> all.add(delivery.id()));

    assertThat(all).containsExactlyInAnyOrderElementsOf(queued);
  }

  @Test
  void manyTakersTogetherTakeNoMoreThanOneMay() {
    for (int round = 0; round < 5; round++) {
      Webhook webhook = webhook();
      for (int delivery = 0; delivery < 3 * Delivery.MAX_AT_ONCE; delivery++) {
        queued(webhook, unique());
      }

      List<List<Delivery>> taken = Concurrently.inThreads(THREADS, () -> take(LONG_AGO));

      assertThat(taken.stream().mapToInt(List::size).sum())
          .isLessThanOrEqualTo(Delivery.MAX_AT_ONCE);
      inTransaction(() -> webhooks().delete(webhook.id()));
    }
  }

  @Test
  void whatIsBeingTakenKeepsNobodyWaiting() {
    queued(webhook(), unique());
    inTransaction(
        () -> {
          assertThat(deliveries().take(LONG_AGO, 10)).hasSize(1);
          assertThat(inAnotherTransaction(() -> deliveries().take(LONG_AGO, 10))).isEmpty();
        });
  }

  @Test
  void nothingIsSentToAWebhookThatWasDeleted() {
    Webhook webhook = webhook();
    Delivery delivery = queued(webhook, unique());
    inTransaction(() -> webhooks().delete(webhook.id()));
    Delivery late = queued(webhook, unique());

    assertThat(take(LONG_AGO)).isEmpty();
    assertThat(inTransaction(() -> deliveries().find(delivery.id()))).isEmpty();
    assertThat(inTransaction(() -> deliveries().find(late.id()))).isEmpty();
  }

  @Test
  void forgetsWhatHasBeenOverForLongAndWhatBelongsToNoWebhook() {
    inTransaction(() -> deliveries().forgetBefore(LONG_AGO, 1_000));
    Webhook webhook = webhook();
    Delivery over = queued(webhook, unique());
    Delivery waiting = queued(webhook, unique());
    take(LONG_AGO);
    record(over.taken(LONG_AGO), TAKEN);
    Webhook deleted = webhook();
    queued(deleted, unique());
    inTransaction(() -> webhooks().delete(deleted.id()));

    assertThat(forget(LONG_AGO, 1)).isEqualTo(1);
    assertThat(forget(LONG_AGO, 10)).isZero();
    assertThat(forget(NOW.plusMillis(1), 10)).isEqualTo(1);
    assertThat(inTransaction(() -> deliveries().find(over.id()))).isEmpty();
    assertThat(inTransaction(() -> deliveries().find(waiting.id()))).isPresent();
  }

  @Test
  void listsWhatMeetsEveryCondition() {
    Webhook webhook = webhook();
    Delivery pending = queued(webhook, unique());
    queued(webhook(), unique());

    assertThat(found(webhook, Optional.empty(), Optional.empty())).containsExactly(pending);
    assertThat(found(webhook, Optional.of(DeliveryState.PENDING), Optional.of("order.placed")))
        .containsExactly(pending);
    assertThat(found(webhook, Optional.of(DeliveryState.DEAD), Optional.empty())).isEmpty();
    assertThat(found(webhook, Optional.empty(), Optional.of("order.shipped"))).isEmpty();
  }

  @Test
  void aDeliveryIsThereWithTheCommitAlone() {
    Webhook webhook = webhook();
    Delivery delivery = Subscriptions.delivery(IDENTIFIERS, webhook.id(), unique(), LONG_AGO);
    rollBack(() -> deliveries().add(List.of(delivery)));

    assertThat(take(LONG_AGO)).isEmpty();
    inTransaction(() -> deliveries().add(List.of()));
    assertThat(take(LONG_AGO)).isEmpty();
  }

  @Override
  protected List<DeliveryField> fields() {
    return List.of(DeliveryField.values());
  }

  @Override
  protected Comparator<Delivery> by(DeliveryField field) {
    return switch (field) {
      case CREATED_AT -> Comparator.comparing(Delivery::createdAt);
    };
  }

  @Override
  protected Comparator<Delivery> naturalOrder() {
    return by(DeliveryField.CREATED_AT).reversed();
  }

  @Override
  protected UUID idOf(Delivery delivery) {
    return delivery.id().value();
  }

  @Override
  protected Delivery addListed(int number) {
    if (webhooks.isEmpty()) {
      add(listed);
    }
    Delivery delivery =
        Subscriptions.delivery(
            IDENTIFIERS, listed.id(), unique(), NOW.plusSeconds(number * 7L % 5));
    inTransaction(() -> deliveries().add(List.of(delivery)));
    return delivery;
  }

  @Override
  protected Slice<Delivery> list(PageRequest<DeliveryField> page) {
    return deliveries()
        .list(new DeliveryFilter(listed.id(), Optional.empty(), Optional.empty()), page);
  }

  private List<Delivery> found(
      Webhook webhook, Optional<DeliveryState> state, Optional<String> eventType) {
    return inTransaction(
        () ->
            deliveries()
                .list(
                    new DeliveryFilter(webhook.id(), state, eventType),
                    new PageRequest<>(new PageRequest.Page(1), 100, List.of()))
                .items());
  }

  private List<DeliveryId> takeAll() {
    List<DeliveryId> mine = new ArrayList<>();
    List<Delivery> batch = inTransaction(() -> deliveries().take(LONG_AGO, 3));
    while (!batch.isEmpty()) {
      batch.forEach(delivery -> mine.add(delivery.id()));
      batch = inTransaction(() -> deliveries().take(LONG_AGO, 3));
    }
    return mine;
  }

  private List<Delivery> take(Instant now) {
    return inTransaction(() -> deliveries().take(now, 100));
  }

  private boolean record(Delivery taken, Answer answer) {
    Delivery attempted = taken.attempted(attempt(answer), LONG_AGO);
    return inTransaction(() -> deliveries().record(attempted));
  }

  private int forget(Instant before, int limit) {
    return inTransaction(() -> deliveries().forgetBefore(before, limit));
  }

  private Attempt attempt(Answer answer) {
    return new Attempt(listed.url(), NOW, Duration.ofMillis(250), answer);
  }

  private Webhook webhook() {
    return add(Subscriptions.toOrders(IDENTIFIERS, owner(), NOW));
  }

  private Webhook add(Webhook webhook) {
    inTransaction(
        () -> webhooks().add(webhook, SigningSecrets.of(Subscriptions.secret("the only"))));
    webhooks.add(webhook);
    return webhook;
  }

  private Webhook failing(Webhook webhook, Instant at) {
    WebhookHealth health = webhook.health();
    for (int failure = 0; failure < WebhookHealth.RESTS_AFTER; failure++) {
      health = health.failed(at);
    }
    Webhook failing = webhook.withHealth(health);
    inTransaction(() -> webhooks().update(failing));
    return failing;
  }

  private Delivery queued(Webhook webhook, String thing) {
    Delivery delivery = Subscriptions.delivery(IDENTIFIERS, webhook.id(), thing, LONG_AGO);
    inTransaction(() -> deliveries().add(List.of(delivery)));
    return delivery;
  }

  private static UserId owner() {
    return new UserId(IDENTIFIERS.next());
  }
}
