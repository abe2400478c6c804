package dev.quartermaster.bench;

import java.time.Duration;

/**
 * Lets buyers in evenly over the time of the sale; when all who serve them are busy, the next ones
 * come in as soon as one is free.
 */
final class Doors {
  private final long open = System.nanoTime();
  private final Duration duration;
  private final int buyers;

  Doors(Duration duration, int buyers) {
    this.duration = duration;
    this.buyers = buyers;
  }

  /** Waits until it is the buyer's turn. */
  void letIn(int buyer) throws InterruptedException {
    await(duration.toNanos() / buyers * buyer);
  }

  /** Waits until so much of the sale's time is over. */
  void await(double share) throws InterruptedException {
    await((long) (duration.toNanos() * share));
  }

  private void await(long nanosAfterOpening) throws InterruptedException {
    long left = open + nanosAfterOpening - System.nanoTime();
    if (left > 0) {
      Thread.sleep(Duration.ofNanos(left));
    }
  }
}
