package dev.quartermaster.cache.events;

import dev.quartermaster.domain.shared.PublishedEvent;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** The newest events. One thread adds to them while any number read. */
final class EventRing {
  private final AtomicReferenceArray<@Nullable PublishedEvent> events;
  private volatile long head;

  EventRing(int capacity) {
    this.events = new AtomicReferenceArray<>(capacity);
  }

  /** The place of the newest; 0 while there is none. */
  long head() {
    return head;
  }

  /** Each takes the room of the one that came as many before it as there is room for. */
  void add(List<PublishedEvent> news) {
    for (PublishedEvent event : news) {
      events.set(room(event.position()), event);
    }
    if (!news.isEmpty()) {
      head = news.getLast().position();
    }
  }

  /** The event of the place, unless it is forgotten or was never heard of. */
  @Nullable PublishedEvent at(long place) {
    PublishedEvent event = events.get(room(place));
    return event != null && event.position() == place ? event : null;
  }

  private int room(long place) {
    return (int) (place % events.length());
  }
}
