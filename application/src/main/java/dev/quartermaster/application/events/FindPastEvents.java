package dev.quartermaster.application.events;

import dev.quartermaster.domain.shared.PublishedEvent;
import java.time.Instant;
import java.util.List;

/** Finds what happened in a time, for other contexts; they answer for who may know. */
public interface FindPastEvents {

  /** The events of that time that are kept, in the order of the log. */
  Result find(Query query);

  /**
   * @param from the beginning of the time
   * @param to its end, which is no part of it
   * @param position a place in the log; only what stands behind it
   * @param limit how many at the most
   */
  record Query(Instant from, Instant to, long position, int limit) {}

  /**
   * @param events what was found
   */
  record Result(List<PublishedEvent> events) {
    public Result {
      events = List.copyOf(events);
    }
  }
}
