package dev.quartermaster.bench;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Pauses that double up to a second, each shortened by chance so that clients don't march in step.
 */
final class Backoff {
  private static final long FIRST_MILLIS = 50;
  private static final long LONGEST_MILLIS = 1_000;

  private long millis = FIRST_MILLIS;

  /** Waits for the next pause, or for as long as the server asks if that is longer. */
  void pause(Duration atLeast) throws InterruptedException {
    long chosen = ThreadLocalRandom.current().nextLong(millis / 2, millis + 1);
    millis = Math.min(2 * millis, LONGEST_MILLIS);
    Thread.sleep(Duration.ofMillis(Math.max(chosen, atLeast.toMillis())));
  }
}
