package dev.quartermaster.application.events;

import java.time.Duration;

/** Ends the keeping of old events. */
public interface ForgetEvents {
  /** For how long events are kept, and with them what can be replayed. */
  Duration RETENTION = Duration.ofDays(30);

  /**
   * Forgets a batch of the events that are older than {@link #RETENTION}, but none that somebody
   * who must not miss it has yet to read.
   *
   * @return how many were forgotten; when as many as the limit, there may be more
   */
  int forget(Command command);

  /**
   * @param limit how many at the most, so that no transaction grows long
   */
  record Command(int limit) {}
}
