package dev.quartermaster.domain.notifications;

import dev.quartermaster.domain.identity.EmailAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A mail that is to be sent, again and again until it is out or too old.
 *
 * @param id never changes
 * @param recipient where it goes
 * @param template what it says
 * @param parameters what it is filled with; they may be secret
 * @param createdAt when it was asked for
 * @param attempts how often sending it was begun
 * @param nextAttemptAt before when it is not sent
 */
public record OutgoingMail(
    MailId id,
    EmailAddress recipient,
    MailTemplate template,
    Map<String, String> parameters,
    Instant createdAt,
    int attempts,
    Instant nextAttemptAt) {
  /** After what time sending is given up. */
  public static final Duration PATIENCE = Duration.ofHours(24);

  private static final Duration FIRST_DELAY = Duration.ofSeconds(5);
  private static final Duration LONGEST_DELAY = Duration.ofHours(1);
  private static final int DOUBLINGS = 20;

  public OutgoingMail {
    parameters = Map.copyOf(parameters);
    if (!parameters.keySet().equals(template.parameters())) {
      throw new IllegalArgumentException(
          template + " takes " + template.parameters() + ", not " + parameters.keySet());
    }
  }

  /** A mail to be sent at once. */
  public static OutgoingMail of(
      MailId id,
      EmailAddress recipient,
      MailTemplate template,
      Map<String, String> parameters,
      Instant at) {
    return new OutgoingMail(id, recipient, template, parameters, at, 0, at);
  }

  /**
   * The mail after an attempt that failed: to be tried again after a time that doubles with each
   * attempt, up to an hour; empty when it would be too old by then. A part of the time differs from
   * mail to mail, so that mails that failed together don't come back together.
   */
  public Optional<OutgoingMail> postponed(Instant now) {
    Duration delay = FIRST_DELAY.multipliedBy(1L << Math.min(Math.max(attempts - 1, 0), DOUBLINGS));
    Duration bounded = delay.compareTo(LONGEST_DELAY) < 0 ? delay : LONGEST_DELAY;
    Instant next = now.plus(bounded.multipliedBy(1000 + jitter()).dividedBy(2000));
    return next.isAfter(createdAt.plus(PATIENCE))
        ? Optional.empty()
        : Optional.of(
            new OutgoingMail(id, recipient, template, parameters, createdAt, attempts, next));
  }

  /** 0 to 1000, by the random bits of the id. */
  private long jitter() {
    return Long.remainderUnsigned(id.value().getLeastSignificantBits() * 31 + attempts, 1001);
  }

  @Override
  public String toString() {
    return "OutgoingMail[" + id + ", " + template.code() + ", attempts=" + attempts + "]";
  }
}
