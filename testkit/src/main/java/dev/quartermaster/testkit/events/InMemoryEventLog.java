package dev.quartermaster.testkit.events;

import dev.quartermaster.domain.events.EventFilter;
import dev.quartermaster.domain.events.EventGap;
import dev.quartermaster.domain.events.EventLog;
import dev.quartermaster.domain.events.EventLogState;
import dev.quartermaster.domain.events.EventNotices;
import dev.quartermaster.domain.shared.DomainEvent;
import dev.quartermaster.domain.shared.EventFeed;
import dev.quartermaster.domain.shared.PublishedEvent;
import dev.quartermaster.testkit.shared.InMemoryOutbox;
import dev.quartermaster.testkit.shared.InMemoryTable;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** The log of an outbox's events in memory, and the places of those who read it. */
public final class InMemoryEventLog implements EventLog, EventFeed, EventNotices {
  private static final String HEAD = "head";

  private final InMemoryUnitOfWork unitOfWork;
  private final InMemoryOutbox outbox;
  private final InMemoryTable<UUID, Long> positions;
  private final InMemoryTable<Long, PublishedEvent> events;
  private final InMemoryTable<String, Long> heads;
  private final InMemoryTable<String, EventLogState.Subscriber> subscribers;
  private final List<Runnable> published = new CopyOnWriteArrayList<>();

  /** The events of that outbox, of which none is published yet. */
  public InMemoryEventLog(InMemoryUnitOfWork unitOfWork, InMemoryOutbox outbox) {
    this.unitOfWork = unitOfWork;
    this.outbox = outbox;
    this.positions = new InMemoryTable<>(unitOfWork);
    this.events = new InMemoryTable<>(unitOfWork);
    this.heads = new InMemoryTable<>(unitOfWork);
    this.subscribers = new InMemoryTable<>(unitOfWork);
  }

  @Override
  public int publish(int limit) {
    heads.lock(HEAD);
    long position = head();
    List<InMemoryOutbox.Arrival> next = waiting().stream().limit(limit).toList();
    for (InMemoryOutbox.Arrival arrival : next) {
      position++;
      positions.put(arrival.id(), position);
      events.put(position, published(position, arrival));
    }
    heads.put(HEAD, position);
    if (!next.isEmpty()) {
      unitOfWork.afterCommit(() -> published.forEach(Runnable::run));
    }
    return next.size();
  }

  private List<InMemoryOutbox.Arrival> waiting() {
    return outbox.arrivals().stream()
        .filter(arrival -> positions.find(arrival.id()).isEmpty())
        .sorted(Comparator.comparing(InMemoryOutbox.Arrival::id))
        .toList();
  }

  private static PublishedEvent published(long position, InMemoryOutbox.Arrival arrival) {
    DomainEvent event = arrival.event();
    return new PublishedEvent(
        position,
        arrival.id(),
        event.type(),
        event.schemaVersion(),
        event.aggregateType(),
        event.aggregateId(),
        event.sequence(),
        event.owner(),
        event.actor().reference(),
        event.requestId(),
        event.at(),
        event.data());
  }

  @Override
  public long head() {
    return heads.find(HEAD).orElse(0L);
  }

  @Override
  public List<PublishedEvent> after(long position, EventFilter filter, int limit) {
    return inOrder().stream()
        .filter(event -> event.position() > position)
        .filter(filter::matches)
        .limit(limit)
        .toList();
  }

  @Override
  public List<PublishedEvent> between(Instant from, Instant to, long position, int limit) {
    return inOrder().stream()
        .filter(event -> event.position() > position)
        .filter(event -> !event.occurredAt().isBefore(from) && event.occurredAt().isBefore(to))
        .limit(limit)
        .toList();
  }

  @Override
  public EventLogState state() {
    List<InMemoryOutbox.Arrival> waiting = waiting();
    return new EventLogState(
        waiting.size(),
        waiting.stream().map(arrival -> arrival.event().at()).min(Comparator.naturalOrder()),
        inOrder().stream().mapToLong(PublishedEvent::position).findFirst().orElse(0),
        head(),
        subscribers.rows().stream()
            .sorted(Comparator.comparing(EventLogState.Subscriber::name))
            .toList());
  }

  @Override
  public long missing() {
    List<PublishedEvent> kept = inOrder();
    return kept.isEmpty() ? 0 : head() - kept.getFirst().position() + 1 - kept.size();
  }

  @Override
  public List<EventGap> gaps(int limit) {
    Map<String, Long> sequences = new HashMap<>();
    List<EventGap> gaps = new ArrayList<>();
    for (PublishedEvent event : inOrder()) {
      Long previous =
          sequences.put(event.aggregateType() + "/" + event.aggregateId(), event.sequence());
      if (previous != null && event.sequence() != previous + 1) {
        gaps.add(
            new EventGap(
                event.aggregateType(),
                event.aggregateId(),
                event.position(),
                previous + 1,
                event.sequence()));
      }
    }
    return gaps.stream().limit(limit).toList();
  }

  @Override
  public int forgetBefore(Instant instant, int limit) {
    long read =
        subscribers.rows().stream()
            .mapToLong(EventLogState.Subscriber::position)
            .min()
            .orElse(Long.MAX_VALUE);
    List<PublishedEvent> forgotten =
        inOrder().stream()
            .limit(limit)
            .takeWhile(event -> event.occurredAt().isBefore(instant) && event.position() <= read)
            .toList();
    forgotten.forEach(event -> events.remove(event.position()));
    return forgotten.size();
  }

  @Override
  public List<PublishedEvent> next(String subscriber, int limit) {
    if (!subscribers.tryLock(subscriber)) {
      return List.of();
    }
    moveOn(subscriber, place(subscriber));
    return after(place(subscriber), EventFilter.all(), limit);
  }

  @Override
  public void moveOn(String subscriber, long position) {
    subscribers.put(
        subscriber, new EventLogState.Subscriber(subscriber, position, parked(subscriber)));
  }

  @Override
  public void park(String subscriber, long position, String reason, Instant at) {
    subscribers.put(
        subscriber,
        new EventLogState.Subscriber(subscriber, place(subscriber), parked(subscriber) + 1));
  }

  @Override
  public void onArrival(Runnable action) {
    outbox.onAppended(action);
  }

  @Override
  public void onPublication(Runnable action) {
    published.add(action);
  }

  private long parked(String subscriber) {
    return subscribers.find(subscriber).map(EventLogState.Subscriber::parked).orElse(0L);
  }

  private long place(String subscriber) {
    return subscribers.find(subscriber).map(EventLogState.Subscriber::position).orElse(0L);
  }

  private List<PublishedEvent> inOrder() {
    return events.rows().stream().sorted(Comparator.comparing(PublishedEvent::position)).toList();
  }
}
