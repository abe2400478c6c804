package dev.quartermaster.domain.webhooks;

import dev.quartermaster.domain.shared.PublishedEvent;
import java.time.Instant;
import java.util.List;

/** The events of the past, as far as they are kept. */
public interface PastEvents {

  /**
   * What happened in a time, in the order of the log.
   *
   * @param from the beginning of the time
   * @param to its end, which is no part of it
   * @param position a place in the log; only what stands behind it
   * @param limit how many at the most
   */
  List<PublishedEvent> between(Instant from, Instant to, long position, int limit);
}
