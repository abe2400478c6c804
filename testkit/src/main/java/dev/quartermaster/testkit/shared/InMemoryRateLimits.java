package dev.quartermaster.testkit.shared;

import dev.quartermaster.domain.shared.Allowance;
import dev.quartermaster.domain.shared.RateLimits;
import dev.quartermaster.domain.shared.RatePolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rate limits in memory, the same for each policy. */
public final class InMemoryRateLimits implements RateLimits {
  private final InstantSource clock;
  private final long limit;
  private final Duration window;
  private final Map<Subject, Count> counts = new HashMap<>();

  /** So many in a window, for every policy. */
  public InMemoryRateLimits(InstantSource clock, long limit, Duration window) {
    this.clock = clock;
    this.limit = limit;
    this.window = window;
  }

  @Override
  public synchronized Optional<Allowance> take(RatePolicy policy, String subject) {
    Instant now = clock.instant();
    Count known = current(new Subject(policy, subject), now);
    boolean granted = known.taken < limit;
    Count count = granted ? new Count(known.taken + 1, known.over) : known;
    counts.put(new Subject(policy, subject), count);
    return Optional.of(
        new Allowance(
            granted, limit, window, limit - count.taken, Duration.between(now, count.over)));
  }

  @Override
  public boolean isOn(RatePolicy policy) {
    return true;
  }

  @Override
  public synchronized void giveBack(RatePolicy policy, String subject) {
    Subject counted = new Subject(policy, subject);
    Count known = current(counted, clock.instant());
    if (known.taken > 0) {
      counts.put(counted, new Count(known.taken - 1, known.over));
    }
  }

  private Count current(Subject subject, Instant now) {
    @Nullable Count known = counts.get(subject);
    return known != null && now.isBefore(known.over) ? known : new Count(0, now.plus(window));
  }

  private record Subject(RatePolicy policy, String name) {}

  private record Count(long taken, Instant over) {}
}
