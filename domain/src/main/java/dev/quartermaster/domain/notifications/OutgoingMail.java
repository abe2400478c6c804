package dev.quartermaster.domain.notifications;

import dev.quartermaster.domain.identity.EmailAddress;
import dev.quartermaster.domain.identity.Language;
import dev.quartermaster.domain.shared.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A mail that is to be sent, again and again until it is out or too old.
 *
 * @param id never changes
 * @param recipient where it goes
 * @param language in which language it is written
 * @param template what it says
 * @param parameters what it is filled with; they may be secret
 * @param createdAt when it was asked for
 * @param attempts how often sending it was begun
 * @param nextAttemptAt before when it is not sent
 */
public record OutgoingMail(
    MailId id,
    EmailAddress recipient,
    Language language,
    MailTemplate template,
    Map<String, String> parameters,
    Instant createdAt,
    int attempts,
    Instant nextAttemptAt) {
  /** After what time sending is given up. */
  public static final Duration PATIENCE = Duration.ofHours(24);

  private static final Backoff PAUSES = new Backoff(Duration.ofSeconds(5), Duration.ofHours(1));

  public OutgoingMail {
    parameters = Map.copyOf(parameters);
    if (!parameters.keySet().equals(template.parameters())) {
      throw new IllegalArgumentException(
          template + " takes " + template.parameters() + ", not " + parameters.keySet());
    }
  }

  /** A mail to be sent at once, in English. */
  public static OutgoingMail of(
      MailId id,
      EmailAddress recipient,
      MailTemplate template,
      Map<String, String> parameters,
      Instant at) {
    return new OutgoingMail(id, recipient, Language.ENGLISH, template, parameters, at, 0, at);
  }

  /** The mail in another language. */
  public OutgoingMail in(Language other) {
    return new OutgoingMail(
        id, recipient, other, template, parameters, createdAt, attempts, nextAttemptAt);
  }

  /**
   * The mail after an attempt that failed: to be tried again after a time that doubles with each
   * attempt, up to an hour; empty when it would be too old by then. A part of the time differs from
   * mail to mail, so that mails that failed together don't come back together.
   */
  public Optional<OutgoingMail> postponed(Instant now) {
    Instant next = now.plus(PAUSES.after(attempts, id.value()));
    return next.isAfter(createdAt.plus(PATIENCE))
        ? Optional.empty()
        : Optional.of(
            new OutgoingMail(
                id, recipient, language, template, parameters, createdAt, attempts, next));
  }

  @Override
  public String toString() {
    return "OutgoingMail[" + id + ", " + template.code() + ", attempts=" + attempts + "]";
  }
}
