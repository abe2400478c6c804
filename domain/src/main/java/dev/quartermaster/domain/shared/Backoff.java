package dev.quartermaster.domain.shared;

import java.time.Duration;
import java.util.UUID;

/**
 * How long to wait before something that failed is tried again: a time that doubles with each
 * failure, up to a longest one. Half of it differs from thing to thing, so that what failed
 * together does not come back together.
 *
 * @param first after the first failure
 * @param longest after any number of them
 */
public record Backoff(Duration first, Duration longest) {
  private static final int MOST_DOUBLINGS = 20;
  private static final long PARTS = 1_000;

  public Backoff {
    if (!first.isPositive() || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException("a pause is positive, and the longest is no shorter");
    }
  }

  /**
   * The pause after a failure: from half of the time to all of it, by the random bits of the id.
   *
   * @param failures how many there were, from 1
   * @param id of what failed
   */
  public Duration after(int failures, UUID id) {
    Duration doubled = first.multipliedBy(1L << Math.clamp(failures - 1L, 0, MOST_DOUBLINGS));
    Duration bounded = doubled.compareTo(longest) < 0 ? doubled : longest;
    long part = Long.remainderUnsigned(id.getLeastSignificantBits() * 31 + failures, PARTS + 1);
    return bounded.multipliedBy(PARTS + part).dividedBy(2 * PARTS);
  }
}
