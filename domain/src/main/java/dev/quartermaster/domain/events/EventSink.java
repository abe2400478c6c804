package dev.quartermaster.domain.events;

import dev.quartermaster.domain.shared.PublishedEvent;
import java.util.List;

/**
 * Where all events go beyond this application, for others to read there. Safe for use by many
 * threads at once, but callers who want an order hand over one list after the other.
 */
public interface EventSink {

  /** Whether events are wanted there at all. */
  boolean isOpen();

  /**
   * Hands over events, and returns once all of them are there for good. An aggregate's events are
   * there in the order in which they were handed over. After a failure some may be there; who hands
   * them over again makes them be there twice, under the same ids.
   *
   * @throws dev.quartermaster.domain.shared.Unavailable when it does not take them in time
   */
  void send(List<PublishedEvent> events);
}
