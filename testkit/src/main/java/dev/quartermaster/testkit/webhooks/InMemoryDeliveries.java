package dev.quartermaster.testkit.webhooks;

import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Slice;
import dev.quartermaster.domain.webhooks.Deliveries;
import dev.quartermaster.domain.webhooks.Delivery;
import dev.quartermaster.domain.webhooks.DeliveryField;
import dev.quartermaster.domain.webhooks.DeliveryFilter;
import dev.quartermaster.domain.webhooks.DeliveryId;
import dev.quartermaster.domain.webhooks.DeliveryState;
import dev.quartermaster.domain.webhooks.Webhook;
import dev.quartermaster.testkit.shared.InMemoryList;
import dev.quartermaster.testkit.shared.InMemoryTable;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Deliveries in memory. */
public final class InMemoryDeliveries implements Deliveries {
  private final InMemoryTable<DeliveryId, Delivery> deliveries;
  private final InMemoryWebhooks webhooks;
  private final InMemoryList<Delivery, DeliveryField> list =
      new InMemoryList<>(
          InMemoryDeliveries::by, DeliveryField.CREATED_AT, delivery -> delivery.id().value());

  /** No deliveries to those webhooks yet. */
  public InMemoryDeliveries(InMemoryUnitOfWork unitOfWork, InMemoryWebhooks webhooks) {
    this.deliveries = new InMemoryTable<>(unitOfWork);
    this.webhooks = webhooks;
  }

  @Override
  public Optional<Delivery> find(DeliveryId id) {
    return deliveries.find(id).filter(this::hasWebhook);
  }

  @Override
  public Slice<Delivery> list(DeliveryFilter filter, PageRequest<DeliveryField> page) {
    return list.slice(
        deliveries.rows().stream().filter(delivery -> meets(delivery, filter)).toList(), page);
  }

  @Override
  public void add(List<Delivery> added) {
    added.stream()
        .filter(this::hasWebhook)
        .forEach(delivery -> deliveries.put(delivery.id(), delivery));
  }

  @Override
  public List<Delivery> take(Instant now, int limit) {
    List<Turn> due = new ArrayList<>();
    webhooks.enabled().stream()
        .filter(webhook -> !due(webhook, now).isEmpty())
        .flatMap(webhook -> webhooks.tryFindForUpdate(webhook.id()).stream())
        .filter(webhook -> webhook.isEnabled() && !isResting(webhook, now))
        .forEach(
            webhook -> {
              List<Delivery> heads = due(webhook, now);
              IntStream.range(0, Math.clamp(room(webhook, now), 0, heads.size()))
                  .forEach(turn -> due.add(new Turn(webhook, turn, heads.get(turn))));
            });
    return due.stream()
        .sorted(
            Comparator.comparing((Turn turn) -> turn.webhook().health().failures() > 0)
                .thenComparing(Turn::number))
        .limit(limit)
        .map(turn -> turn.delivery().taken(now))
        .peek(taken -> deliveries.put(taken.id(), taken))
        .toList();
  }

  @Override
  public boolean record(Delivery delivery) {
    Optional<Delivery> stored =
        deliveries
            .findForUpdate(delivery.id())
            .filter(before -> before.version() == delivery.version() - 1);
    stored.ifPresent(_ -> deliveries.put(delivery.id(), delivery));
    return stored.isPresent();
  }

  @Override
  public int forgetBefore(Instant instant, int limit) {
    List<Delivery> forgotten =
        deliveries.rows().stream()
            .filter(
                delivery ->
                    !hasWebhook(delivery)
                        || (delivery.state().isOver() && delivery.updatedAt().isBefore(instant)))
            .limit(limit)
            .toList();
    forgotten.forEach(delivery -> deliveries.remove(delivery.id()));
    return forgotten.size();
  }

  private boolean hasWebhook(Delivery delivery) {
    return webhooks.find(delivery.webhookId()).isPresent();
  }

  private static boolean isResting(Webhook webhook, Instant now) {
    return webhook.health().restingUntil().filter(now::isBefore).isPresent();
  }

  private int room(Webhook webhook, Instant now) {
    long sending =
        open(webhook)
            .filter(delivery -> delivery.state() == DeliveryState.SENDING)
            .filter(delivery -> delivery.nextAttemptAt().isAfter(now))
            .count();
    return (webhook.health().isFailing() ? 1 : Delivery.MAX_AT_ONCE) - (int) sending;
  }

  private List<Delivery> due(Webhook webhook, Instant now) {
    List<Delivery> open = open(webhook).toList();
    return open.stream()
        .filter(delivery -> !delivery.nextAttemptAt().isAfter(now))
        .filter(delivery -> isFirstOfItsThing(delivery, open))
        .toList();
  }

  private static boolean isFirstOfItsThing(Delivery delivery, List<Delivery> open) {
    return open.stream()
        .filter(other -> thing(other).equals(thing(delivery)))
        .findFirst()
        .filter(delivery::equals)
        .isPresent();
  }

  private static String thing(Delivery delivery) {
    return delivery.message().aggregateType() + "/" + delivery.message().aggregateId();
  }

  private Stream<Delivery> open(Webhook webhook) {
    return deliveries.rows().stream()
        .filter(delivery -> delivery.webhookId().equals(webhook.id()))
        .filter(delivery -> !delivery.state().isOver());
  }

  private static boolean meets(Delivery delivery, DeliveryFilter filter) {
    return delivery.webhookId().equals(filter.webhook())
        && filter.state().stream().allMatch(delivery.state()::equals)
        && filter.eventType().stream().allMatch(delivery.message().eventType()::equals);
  }

  private static Comparator<Delivery> by(DeliveryField field) {
    return switch (field) {
      case CREATED_AT -> Comparator.comparing(Delivery::createdAt);
    };
  }

  /** The how many-th delivery of its webhook it would be. */
  private record Turn(Webhook webhook, int number, Delivery delivery) {}
}
