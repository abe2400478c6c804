package dev.quartermaster.domain.events;

import dev.quartermaster.domain.shared.PublishedEvent;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.function.LongFunction;
import java.util.function.Predicate;

/**
 * The log of all events as it grows, for those who are connected to this node. Nothing is stored
 * for a follower but its place, so one that leaves goes on from there at any node. Safe for use by
 * many threads at once.
 */
public interface EventStream {
  /** How many of the newest events a node remembers, for all its followers together. */
  int REMEMBERED = 4_096;

  /** The last place that this node was told of; 0 before the first. */
  long head();

  /**
   * Tells all followers what came into the log.
   *
   * @param news without a gap in it, oldest first. Between {@link #head} and these there may be
   *     more: whoever lacks that looks it up
   */
  void tell(List<PublishedEvent> news);

  /**
   * Gives the follower every wanted event behind a place, each once and in the order of the log:
   * those of the past, and then each as it comes. It gets as many as it requests. It ends when it
   * cancels; by {@code onComplete} when this node stops; and by {@code onError} with {@link
   * dev.quartermaster.domain.shared.SlowFollower} when it does not request more for long after it
   * got something, or with what kept this node from looking something up. The follower is called by
   * one thread at a time, and must not block it.
   *
   * @param account in whose name it follows, who can do so but a limited number of times
   * @param after the last place that it knows
   * @param wanted which events
   * @param older looks up what this node does not remember: the events behind a place, oldest
   *     first, all that are wanted among them; none if there are none. It may block
   * @throws TooManyFollowers when the account follows as often as it may
   * @throws dev.quartermaster.domain.shared.Unavailable when this node has as many followers as it
   *     can bear, or stops
   */
  void follow(
      String account,
      long after,
      Predicate<PublishedEvent> wanted,
      LongFunction<List<PublishedEvent>> older,
      Flow.Subscriber<PublishedEvent> follower);
}
