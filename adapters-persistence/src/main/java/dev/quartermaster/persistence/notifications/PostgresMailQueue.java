package dev.quartermaster.persistence.notifications;

import dev.quartermaster.domain.identity.EmailAddress;
import dev.quartermaster.domain.identity.Language;
import dev.quartermaster.domain.notifications.MailId;
import dev.quartermaster.domain.notifications.MailLoad;
import dev.quartermaster.domain.notifications.MailQueue;
import dev.quartermaster.domain.notifications.MailTemplate;
import dev.quartermaster.domain.notifications.OutgoingMail;
import dev.quartermaster.domain.shared.Sealing;
import dev.quartermaster.persistence.shared.Row;
import dev.quartermaster.persistence.shared.Statements;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Mails as rows; what they are filled with is sealed, each for its own mail alone. */
@Singleton
final class PostgresMailQueue implements MailQueue {
  private static final Logger LOG = Logger.getLogger(PostgresMailQueue.class);

  private final Statements statements;
  private final Sealing sealing;

  PostgresMailQueue(Statements statements, Sealing sealing) {
    this.statements = statements;
    this.sealing = sealing;
  }

  @Override
  public void add(OutgoingMail mail) {
    statements.update(
        """
        INSERT INTO mails (id, recipient, language, template, parameters, created_at, attempts,
                           next_attempt_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        mail.id().value(),
        mail.recipient().value(),
        mail.language().code(),
        mail.template().code(),
        sealing.seal(purpose(mail.id()), ParametersJson.write(mail.parameters())),
        mail.createdAt(),
        mail.attempts(),
        mail.nextAttemptAt());
  }

  @Override
  public List<OutgoingMail> take(Instant now, Instant leaseEnd, int limit) {
    return statements
        .query(
            PostgresMailQueue::taken,
            """
            WITH due AS (
                SELECT id, next_attempt_at AS due_at FROM mails
                WHERE next_attempt_at <= ? AND parked_at IS NULL
                ORDER BY next_attempt_at LIMIT ? FOR UPDATE SKIP LOCKED)
            UPDATE mails SET attempts = attempts + 1, next_attempt_at = ?
            FROM due WHERE mails.id = due.id
            RETURNING mails.*, due.due_at
            """,
            now,
            limit,
            leaseEnd)
        .stream()
        .sorted(Comparator.comparing(Taken::dueAt))
        .flatMap(taken -> opened(taken, now).stream())
        .toList();
  }

  @Override
  public void postpone(OutgoingMail mail) {
    statements.update(
        "UPDATE mails SET next_attempt_at = ? WHERE id = ? AND attempts = ?",
        mail.nextAttemptAt(),
        mail.id().value(),
        mail.attempts());
  }

  @Override
  public void park(OutgoingMail mail, String failure, Instant at) {
    park(mail.id(), mail.attempts(), failure, at);
  }

  private void park(MailId id, int attempts, String failure, Instant at) {
    statements.update(
        "UPDATE mails SET parked_at = ?, failure = ? WHERE id = ? AND attempts = ?",
        at,
        failure,
        id.value(),
        attempts);
  }

  @Override
  public void remove(MailId id) {
    statements.update("DELETE FROM mails WHERE id = ?", id.value());
  }

  @Override
  public MailLoad load() {
    return statements
        .query(
            row -> new MailLoad(row.number("waiting"), row.number("parked")),
            """
            SELECT count(*) FILTER (WHERE parked_at IS NULL) AS waiting, count(parked_at) AS parked
            FROM mails
            """)
        .getFirst();
  }

  /**
   * Empty for a mail that this node cannot read. While keys are changed another node may, so the
   * mail is left to that one until it is too old.
   */
  private Optional<OutgoingMail> opened(Taken taken, Instant now) {
    try {
      return Optional.of(
          new OutgoingMail(
              taken.id(),
              taken.recipient(),
              taken.language(),
              taken.template(),
              ParametersJson.read(sealing.open(purpose(taken.id()), taken.sealed())),
              taken.createdAt(),
              taken.attempts(),
              taken.nextAttemptAt()));
    } catch (IllegalArgumentException sealedUnderAnotherKey) {
      LOG.warnf(
          "mail %s (%s) cannot be read with this node's key", taken.id(), taken.template().code());
      if (taken.createdAt().plus(OutgoingMail.PATIENCE).isBefore(now)) {
        park(taken.id(), taken.attempts(), "it cannot be read with this node's key", now);
      }
      return Optional.empty();
    }
  }

  private static Taken taken(Row row) throws SQLException {
    return new Taken(
        new MailId(row.uuid("id")),
        new EmailAddress(row.text("recipient")),
        Language.ofCode(row.text("language")).orElseThrow(),
        MailTemplate.ofCode(row.text("template")).orElseThrow(),
        row.text("parameters"),
        row.instant("created_at"),
        row.smallNumber("attempts"),
        row.instant("next_attempt_at"),
        row.instant("due_at"));
  }

  private static String purpose(MailId id) {
    return "mail " + id;
  }

  private record Taken(
      MailId id,
      EmailAddress recipient,
      Language language,
      MailTemplate template,
      String sealed,
      Instant createdAt,
      int attempts,
      Instant nextAttemptAt,
      Instant dueAt) {}
}
