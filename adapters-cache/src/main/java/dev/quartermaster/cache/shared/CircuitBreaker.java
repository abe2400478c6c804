package dev.quartermaster.cache.shared;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Keeps callers from waiting for somebody who did not answer lately. After a failure all are turned
 * away for a while; then one may try, and when that succeeds, all.
 */
final class CircuitBreaker {
  private static final long NOW = Long.MIN_VALUE;

  private final long pauseNanos;
  private final Ticker ticker;
  // When the next may try; NOW while everybody may.
  private final AtomicLong nextTry = new AtomicLong(NOW);

  CircuitBreaker(Duration pause, Ticker ticker) {
    this.pauseNanos = pause.toNanos();
    this.ticker = ticker;
  }

  /** Whether the caller may try. */
  boolean lets() {
    long at = nextTry.get();
    long now = ticker.read();
    return at == NOW || (now - at >= 0 && nextTry.compareAndSet(at, now + pauseNanos));
  }

  /** Who tried succeeded. */
  void succeeded() {
    if (nextTry.get() != NOW) {
      nextTry.set(NOW);
    }
  }

  /** Who tried failed. */
  void failed() {
    nextTry.set(ticker.read() + pauseNanos);
  }
}
