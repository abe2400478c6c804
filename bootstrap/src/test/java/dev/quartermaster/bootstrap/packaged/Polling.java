package dev.quartermaster.bootstrap.packaged;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits for what happens elsewhere, for as long as a slow machine may need and no longer. */
final class Polling {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

  private Polling() {}

  static <E extends Exception> void until(String event, Condition<E> hasHappened) throws E {
    long giveUp = System.nanoTime() + LIMIT.toNanos();
    while (!hasHappened.isTrue()) {
      if (System.nanoTime() - giveUp > 0) {
        throw new AssertionError(
            "in %d s it never came to: %s".formatted(LIMIT.toSeconds(), event));
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
  }

  /** Something that is true or will be. */
  interface Condition<E extends Exception> {
    boolean isTrue() throws E;
  }
}
