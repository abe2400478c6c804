package dev.quartermaster.domain.webhooks;

import dev.quartermaster.domain.shared.InvalidInput;
import java.time.Duration;
import java.time.Instant;

/**
 * The wish to have a webhook's events of a time queued again, which is done step by step.
 *
 * @param webhookId of which webhook; it has one replay at a time
 * @param from the beginning of the time
 * @param to its end, which is no part of it
 * @param position the place in the log of the last event that is done with
 * @param requestedAt when it was asked for
 */
public record Replay(
    WebhookId webhookId, Instant from, Instant to, long position, Instant requestedAt) {
  /** The longest time that can be replayed at once. */
  public static final Duration LONGEST = Duration.ofDays(31);

  /**
   * A replay that has yet to begin.
   *
   * @throws InvalidInput naming the fields at fault
   */
  public static Replay of(WebhookId webhookId, Instant from, Instant to, Instant at) {
    if (!from.isBefore(to)) {
      throw InvalidInput.of("from", "must lie before to");
    }
    if (to.isAfter(at)) {
      throw InvalidInput.of("to", "must not lie in the future: that will be sent anyway");
    }
    if (from.plus(LONGEST).isBefore(to)) {
      throw InvalidInput.of("from", "must lie at most " + LONGEST.toDays() + " days before to");
    }
    return new Replay(webhookId, from, to, 0, at);
  }

  /** The replay, done up to that place. */
  public Replay upTo(long newPosition) {
    return new Replay(webhookId, from, to, newPosition, requestedAt);
  }
}
