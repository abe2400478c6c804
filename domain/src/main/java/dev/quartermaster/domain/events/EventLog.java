package dev.quartermaster.domain.events;

import dev.quartermaster.domain.shared.PublishedEvent;
import java.time.Instant;
import java.util.List;

/**
 * The log of all events, in which each gets its place after its transaction has committed. Safe for
 * use by many threads at once.
 */
public interface EventLog {

  /**
   * Gives events that were committed since their places, oldest first, in the current transaction;
   * waits for another node that does so. Those who follow the log are told once the transaction
   * commits.
   *
   * @param limit how many at the most
   * @return how many got a place
   */
  int publish(int limit);

  /** The last place that was given; 0 before the first. */
  long head();

  /**
   * The wanted events behind a place, oldest first.
   *
   * @param limit how many at the most
   */
  List<PublishedEvent> after(long position, EventFilter filter, int limit);

  /**
   * What happened in a time and is kept, in the order of the log.
   *
   * @param from the beginning of the time
   * @param to its end, which is no part of it
   * @param position only what stands behind this place
   * @param limit how many at the most
   */
  List<PublishedEvent> between(Instant from, Instant to, long position, int limit);

  /** What waits, which places are kept, and who reads. */
  EventLogState state();

  /** How many places between the first one kept and the last one given have no event. */
  long missing();

  /**
   * Where an aggregate's events lack one or have one twice, the oldest first. What was forgotten,
   * and what happened before there was a log, is not lacking.
   *
   * @param limit how many at the most
   */
  List<EventGap> gaps(int limit);

  /**
   * Forgets events that are older, but none that a subscriber has yet to read.
   *
   * @param limit how many at the most
   * @return how many were forgotten
   */
  int forgetBefore(Instant instant, int limit);
}
