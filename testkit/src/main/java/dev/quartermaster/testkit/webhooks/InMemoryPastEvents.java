package dev.quartermaster.testkit.webhooks;

import dev.quartermaster.domain.shared.PublishedEvent;
import dev.quartermaster.domain.webhooks.PastEvents;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The events that a test adds. */
public final class InMemoryPastEvents implements PastEvents {
  private final List<PublishedEvent> events = new CopyOnWriteArrayList<>();

  @Override
  public List<PublishedEvent> between(Instant from, Instant to, long position, int limit) {
    return events.stream()
        .filter(event -> event.position() > position)
        .filter(event -> !event.occurredAt().isBefore(from) && event.occurredAt().isBefore(to))
        .sorted(Comparator.comparing(PublishedEvent::position))
        .limit(limit)
        .toList();
  }

  /** Adds something that has happened. */
  public void add(PublishedEvent event) {
    events.add(event);
  }
}
