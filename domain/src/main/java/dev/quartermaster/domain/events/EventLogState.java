package dev.quartermaster.domain.events;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The log as a whole, at one moment.
 *
 * @param waiting how many events have no place yet
 * @param oldestWaiting when the oldest of them happened
 * @param first the first place that is kept; 0 when none is
 * @param head the last place that was given
 * @param subscribers who reads the log, and how far they are
 */
public record EventLogState(
    long waiting,
    Optional<Instant> oldestWaiting,
    long first,
    long head,
    List<Subscriber> subscribers) {
  public EventLogState {
    subscribers = List.copyOf(subscribers);
  }

  /**
   * Somebody who must not miss an event.
   *
   * @param name who it is
   * @param position the last place it is done with
   * @param parked how many events it could not handle
   */
  public record Subscriber(String name, long position, long parked) {}
}
