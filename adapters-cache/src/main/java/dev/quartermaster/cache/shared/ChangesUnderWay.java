package dev.quartermaster.cache.shared;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Changes that began and did not end. One that never ends, because it was rolled back or its node
 * died, is over when no transaction could have lasted longer.
 */
final class ChangesUnderWay {
  /** Longer than any transaction. */
  static final Duration LONGEST = Duration.ofSeconds(35);

  private final Ticker ticker;
  private final Map<String, Long> deadlines = new ConcurrentHashMap<>();

  ChangesUnderWay(Ticker ticker) {
    this.ticker = ticker;
  }

  void began(String change) {
    deadlines.put(change, ticker.read() + LONGEST.toNanos());
  }

  void ended(String change) {
    deadlines.remove(change);
  }

  boolean areNone() {
    long now = ticker.read();
    deadlines.values().removeIf(deadline -> now - deadline >= 0);
    return deadlines.isEmpty();
  }
}
