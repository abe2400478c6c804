package dev.quartermaster.persistence.notifications;

import dev.quartermaster.domain.identity.EmailAddress;
import dev.quartermaster.domain.notifications.MailId;
import dev.quartermaster.domain.notifications.MailTemplate;
import dev.quartermaster.domain.notifications.ParkedMail;
import dev.quartermaster.domain.notifications.ParkedMailField;
import dev.quartermaster.domain.notifications.ParkedMails;
import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Slice;
import dev.quartermaster.domain.shared.Sort;
import dev.quartermaster.persistence.shared.Conditions;
import dev.quartermaster.persistence.shared.Listing;
import dev.quartermaster.persistence.shared.Row;
import dev.quartermaster.persistence.shared.SortColumn;
import dev.quartermaster.persistence.shared.SortType;
import dev.quartermaster.persistence.shared.Statements;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** The rows of {@code mails} that were given up; what they are filled with stays sealed. */
@Singleton
final class PostgresParkedMails implements ParkedMails {
  private static final Conditions PARKED = Conditions.where("parked_at IS NOT NULL");
  private static final Listing<ParkedMailField, ParkedMail> MAILS =
      new Listing<>(
          "mails",
          new Sort<>(ParkedMailField.PARKED_AT, true),
          PostgresParkedMails::column,
          mail -> mail.id().value());

  private final Statements statements;

  PostgresParkedMails(Statements statements) {
    this.statements = statements;
  }

  @Override
  public Optional<ParkedMail> find(MailId id) {
    return statements
        .query(
            PostgresParkedMails::mail,
            "SELECT * FROM mails WHERE id = ? AND parked_at IS NOT NULL",
            id.value())
        .stream()
        .findFirst();
  }

  @Override
  public Slice<ParkedMail> list(PageRequest<ParkedMailField> page) {
    return MAILS.slice(
        statements,
        PARKED,
        page,
        select ->
            statements.query(PostgresParkedMails::mail, select.sql(), select.values().toArray()));
  }

  @Override
  public boolean release(MailId id, Instant at) {
    return statements.update(
            """
            UPDATE mails SET parked_at = NULL, failure = NULL, next_attempt_at = ?
            WHERE id = ? AND parked_at IS NOT NULL
            """,
            at,
            id.value())
        > 0;
  }

  @Override
  public int forgetBefore(Instant instant, int limit) {
    return statements.update(
        """
        WITH old AS (
            SELECT id FROM mails WHERE parked_at < ? ORDER BY parked_at LIMIT ?
            FOR UPDATE SKIP LOCKED)
        DELETE FROM mails USING old WHERE mails.id = old.id
        """,
        instant,
        limit);
  }

  private static SortColumn<ParkedMail> column(ParkedMailField field) {
    return switch (field) {
      case PARKED_AT -> new SortColumn<>("parked_at", SortType.INSTANT, ParkedMail::parkedAt);
    };
  }

  private static ParkedMail mail(Row row) throws SQLException {
    return new ParkedMail(
        new MailId(row.uuid("id")),
        new EmailAddress(row.text("recipient")),
        MailTemplate.ofCode(row.text("template")).orElseThrow(),
        row.smallNumber("attempts"),
        row.text("failure"),
        row.instant("created_at"),
        row.instant("parked_at"));
  }
}
