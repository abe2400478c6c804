package dev.quartermaster.domain.shared;

import java.time.Instant;
import java.util.List;

/**
 * The log of all events as those read it who must not miss one. A subscriber's place is stored, and
 * moves on in the transaction that holds the subscriber's effects; so these happen exactly once for
 * each event, whichever node reads and whenever it dies. A subscriber begins with the oldest event
 * that is kept. Safe for use by many threads at once.
 */
public interface EventFeed {

  /**
   * The events behind the subscriber's place, oldest first. The place stays locked until the
   * transaction ends.
   *
   * @param subscriber its name, which never changes
   * @param limit how many at the most
   * @return nothing when there is nothing new, or when another node has the place
   */
  List<PublishedEvent> next(String subscriber, int limit);

  /**
   * Moves the subscriber's place, which the transaction has locked by {@link #next}.
   *
   * @param position of the last event that is done with
   */
  void moveOn(String subscriber, long position);

  /**
   * Notes that the subscriber cannot handle an event, which somebody has to look into.
   *
   * @param reason what went wrong, without secrets
   */
  void park(String subscriber, long position, String reason, Instant at);
}
