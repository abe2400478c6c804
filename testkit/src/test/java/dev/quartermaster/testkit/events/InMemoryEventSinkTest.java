package dev.quartermaster.testkit.events;

import dev.quartermaster.domain.events.EventSink;
import dev.quartermaster.domain.shared.PublishedEvent;
import java.util.List;
import java.util.UUID;

/** {@link EventSinkContract} in memory. */
class InMemoryEventSinkTest extends EventSinkContract {
  private final InMemoryEventSink sink = new InMemoryEventSink(true);

  @Override
  protected EventSink sink() {
    return sink;
  }

  @Override
  protected List<UUID> idsOf(String aggregateId) {
    return sink.taken().stream()
        .filter(event -> event.aggregateId().equals(aggregateId))
        .map(PublishedEvent::id)
        .toList();
  }
}
