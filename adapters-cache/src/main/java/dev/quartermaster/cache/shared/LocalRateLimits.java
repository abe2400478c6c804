package dev.quartermaster.cache.shared;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.quartermaster.domain.shared.Allowance;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Counts in this node's memory, for while Redis is away. It follows what Redis counts, so that it
 * goes on from there; what a node did not hear of it does not know. Beyond so many subjects the
 * least seen are forgotten.
 */
final class LocalRateLimits {
  private static final long MAX_SUBJECTS = 100_000;

  private final InstantSource clock;
  private final Cache<String, Count> counts;

  LocalRateLimits(InstantSource clock) {
    this.clock = clock;
    this.counts =
        Caffeine.newBuilder()
            .maximumSize(MAX_SUBJECTS)
            .expireAfter(Expiry.<String, Count>writing((_, count) -> count.left(clock.instant())))
            .build();
  }

  /** Takes one, if there is one left. */
  Allowance take(String key, RateLimit limit) {
    Instant now = clock.instant();
    Count count =
        counts
            .asMap()
            .compute(
                key,
                (_, known) ->
                    (known != null && now.isBefore(known.over)
                            ? known
                            : new Count(0, true, now.plus(limit.window())))
                        .next(limit));
    return new Allowance(
        count.granted,
        limit.count(),
        limit.window(),
        Math.max(0, limit.count() - count.taken),
        count.left(now));
  }

  /** Gives back one that was taken. */
  void giveBack(String key) {
    counts
        .asMap()
        .computeIfPresent(
            key,
            (_, known) -> known.taken > 0 ? new Count(known.taken - 1, true, known.over) : known);
  }

  /** Takes note of what Redis counted. */
  void follow(String key, Allowance counted) {
    counts.put(
        key,
        new Count(
            counted.limit() - counted.remaining(),
            counted.granted(),
            clock.instant().plus(counted.reset())));
  }

  /**
   * What a subject took.
   *
   * @param taken how many
   * @param granted whether the last that it asked for was among them
   * @param over when all are there again
   */
  private record Count(long taken, boolean granted, Instant over) {
    Count next(RateLimit limit) {
      return taken < limit.count()
          ? new Count(taken + 1, true, over)
          : new Count(taken, false, over);
    }

    Duration left(Instant now) {
      return Duration.between(now, over);
    }
  }
}
