package dev.quartermaster.domain.identity;

import java.time.Duration;
import java.util.Optional;

/**
 * How many failed log-ins are borne, and what follows then: a lock that doubles with each further
 * failure, so that guessing grows hopeless, up to a time that its owner can wait for.
 *
 * @param threshold the failure that locks first, from 1
 */
public record LockoutPolicy(int threshold) {
  /** How many failures in a row an account bears, unless the settings say otherwise. */
  public static final int ACCOUNT_THRESHOLD = 10;

  /** How many failures an address bears; many people may share one. */
  public static final int ADDRESS_THRESHOLD = 100;

  /** How long the first lock is. */
  public static final Duration FIRST_LOCK = Duration.ofMinutes(1);

  /** How long a lock is at the most. */
  public static final Duration LONGEST_LOCK = Duration.ofHours(1);

  /** After how long a time without a failure all of them are forgotten. */
  public static final Duration MEMORY = Duration.ofDays(1);

  public LockoutPolicy {
    if (threshold < 1) {
      throw new IllegalArgumentException("a threshold of " + threshold);
    }
  }

  /** How long is locked at that failure, counted from 1. */
  public Optional<Duration> lockAt(int failure) {
    if (failure < threshold) {
      return Optional.empty();
    }
    Duration lock = FIRST_LOCK;
    for (int further = threshold; further < failure && isShort(lock); further++) {
      lock = lock.multipliedBy(2);
    }
    return Optional.of(isShort(lock) ? lock : LONGEST_LOCK);
  }

  private static boolean isShort(Duration lock) {
    return lock.compareTo(LONGEST_LOCK) < 0;
  }
}
