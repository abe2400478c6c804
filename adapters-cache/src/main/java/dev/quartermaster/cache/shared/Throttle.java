package dev.quartermaster.cache.shared;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Runs an action after each request for it, but only so often: of many requests in a row the first
 * has it run at once, and the others once together.
 */
final class Throttle {
  private static final long NEVER = Long.MIN_VALUE;

  private final long pauseNanos;
  private final Ticker ticker;
  private final Runnable action;
  // When the action is to run; NEVER while nobody asked for it.
  private final AtomicLong due = new AtomicLong(NEVER);
  private volatile long last;

  Throttle(Duration pause, Ticker ticker, Runnable action) {
    this.pauseNanos = pause.toNanos();
    this.ticker = ticker;
    this.action = action;
    this.last = ticker.read() - pauseNanos;
  }

  /**
   * Asks for the action: now if it did not run lately, or else by {@link #runIfDue} when it may.
   */
  void request() {
    long now = ticker.read();
    due.compareAndSet(NEVER, now - last >= pauseNanos ? now : last + pauseNanos);
    runIfDue();
  }

  /** Runs the action if it was asked for and may run again. */
  void runIfDue() {
    long at = due.get();
    if (at == NEVER) {
      return;
    }
    long now = ticker.read();
    if (now - at >= 0 && due.compareAndSet(at, NEVER)) {
      last = now;
      action.run();
    }
  }
}
