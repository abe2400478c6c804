package dev.quartermaster.rest.catalog;

import dev.quartermaster.domain.shared.Unavailable;
import java.util.concurrent.atomic.AtomicInteger;

/** Large files on their way through this node: so many at once, and the next one comes later. */
final class Transfers {
  private final int most;
  private final AtomicInteger running = new AtomicInteger();

  /**
   * @param most how many there are at once; those that come in the same instant may be more
   */
  Transfers(int most) {
    this.most = most;
  }

  /**
   * Checks that there is room for another one.
   *
   * @throws Unavailable when there is none
   */
  void checkRoom() {
    if (running.get() >= most) {
      throw Unavailable.tooManyWait();
    }
  }

  /** Counts the transfer for as long as it takes. */
  <T, E extends Exception> T run(Transfer<T, E> transfer) throws E {
    running.incrementAndGet();
    try {
      return transfer.run();
    } finally {
      running.decrementAndGet();
    }
  }

  /** Receives or sends a file. */
  @FunctionalInterface
  interface Transfer<T, E extends Exception> {
    T run() throws E;
  }
}
