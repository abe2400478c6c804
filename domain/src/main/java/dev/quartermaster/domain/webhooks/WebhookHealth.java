package dev.quartermaster.domain.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How a webhook's receiver has answered of late. One that has failed {@value #RESTS_AFTER} times in
 * a row is left alone for a while that doubles with each failure, up to {@link #LONGEST_REST}; then
 * a single delivery tries it. The first success makes it healthy again.
 *
 * @param failures how many attempts have failed since the last success
 * @param failingSince when the first of them failed
 * @param restingUntil before when nothing is sent
 */
public record WebhookHealth(
    int failures, Optional<Instant> failingSince, Optional<Instant> restingUntil) {
  /** After how many failures in a row a receiver rests. */
  public static final int RESTS_AFTER = 5;

  /** The longest that a receiver rests between two attempts. */
  public static final Duration LONGEST_REST = Duration.ofMinutes(5);

  /** After what time of failures alone a webhook is given up. */
  public static final Duration PATIENCE = Duration.ofDays(5);

  /** Nothing has failed. */
  public static final WebhookHealth HEALTHY =
      new WebhookHealth(0, Optional.empty(), Optional.empty());

  private static final Duration FIRST_REST = Duration.ofSeconds(10);
  private static final int MAX_DOUBLINGS = 10;

  /**
   * The health after an attempt that failed. One that fails while the receiver rests was under way
   * before, and tells nothing new.
   */
  public WebhookHealth failed(Instant at) {
    if (restingUntil.filter(at::isBefore).isPresent()) {
      return this;
    }
    int more = failures + 1;
    return new WebhookHealth(
        more,
        failingSince.or(() -> Optional.of(at)),
        more < RESTS_AFTER ? Optional.empty() : Optional.of(at.plus(rest(more))));
  }

  /** Whether the receiver has failed in a row, so that one attempt at a time is enough. */
  public boolean isFailing() {
    return failures >= RESTS_AFTER;
  }

  /** Whether nothing but failures came for so long that the webhook is given up. */
  public boolean isBeyondPatience(Instant at) {
    return failingSince.filter(since -> !since.plus(PATIENCE).isAfter(at)).isPresent();
  }

  private static Duration rest(int failures) {
    Duration rest = FIRST_REST.multipliedBy(1L << Math.min(failures - RESTS_AFTER, MAX_DOUBLINGS));
    return rest.compareTo(LONGEST_REST) < 0 ? rest : LONGEST_REST;
  }
}
