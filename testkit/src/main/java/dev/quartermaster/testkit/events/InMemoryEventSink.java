package dev.quartermaster.testkit.events;

import dev.quartermaster.domain.events.EventSink;
import dev.quartermaster.domain.shared.PublishedEvent;
import java.util.ArrayList;
import java.util.List;

/** A sink in memory. */
public final class InMemoryEventSink implements EventSink {
  private final boolean isOpen;
  private final List<PublishedEvent> taken = new ArrayList<>();

  /** Nothing was taken yet. */
  public InMemoryEventSink(boolean isOpen) {
    this.isOpen = isOpen;
  }

  @Override
  public boolean isOpen() {
    return isOpen;
  }

  @Override
  public synchronized void send(List<PublishedEvent> events) {
    taken.addAll(events);
  }

  /** What was taken, in its order. */
  public synchronized List<PublishedEvent> taken() {
    return List.copyOf(taken);
  }
}
