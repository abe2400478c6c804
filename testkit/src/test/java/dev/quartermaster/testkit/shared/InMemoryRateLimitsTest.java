package dev.quartermaster.testkit.shared;

import dev.quartermaster.domain.shared.RateLimits;
import java.time.Duration;
import java.time.Instant;

/** {@link RateLimitsContract} in memory. */
class InMemoryRateLimitsTest extends RateLimitsContract {
  private static final Duration WINDOW = Duration.ofMinutes(15);

  private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T10:00:00Z"));
  private final RateLimits limits = new InMemoryRateLimits(clock, LIMIT, WINDOW);

  @Override
  protected RateLimits limits() {
    return limits;
  }

  @Override
  protected void awaitNextWindow() {
    clock.advance(WINDOW);
  }
}
