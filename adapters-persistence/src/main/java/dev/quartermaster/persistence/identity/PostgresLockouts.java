package dev.quartermaster.persistence.identity;

import dev.quartermaster.domain.identity.FailedLogIns;
import dev.quartermaster.domain.identity.Lockouts;
import dev.quartermaster.domain.identity.LogInSubject;
import dev.quartermaster.persistence.shared.Row;
import dev.quartermaster.persistence.shared.SqlArray;
import dev.quartermaster.persistence.shared.Statements;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

@Singleton
final class PostgresLockouts implements Lockouts {
  private final Statements statements;

  PostgresLockouts(Statements statements) {
    this.statements = statements;
  }

  /** Gives each subject a row if there is none, so that there is something to lock. */
  @Override
  public List<FailedLogIns> findForUpdate(List<LogInSubject> subjects) {
    Map<LogInSubject, FailedLogIns> found =
        statements
            .query(
                PostgresLockouts::failures,
                """
                INSERT INTO failed_log_ins AS known (subject, failures, last_at)
                SELECT asked.subject, 0, ?
                FROM unnest(?) AS asked (subject) ORDER BY asked.subject COLLATE "C"
                ON CONFLICT ON CONSTRAINT failed_log_ins_pk DO UPDATE SET failures = known.failures
                RETURNING subject, failures, last_at, locked_until
                """,
                Instant.EPOCH,
                SqlArray.texts(subjects, LogInSubject::name))
            .stream()
            .collect(Collectors.toMap(FailedLogIns::subject, Function.identity()));
    return subjects.stream()
        .map(subject -> found.getOrDefault(subject, FailedLogIns.none(subject)))
        .toList();
  }

  @Override
  public void save(List<FailedLogIns> failures) {
    List<FailedLogIns> none = failures.stream().filter(state -> state.failures() == 0).toList();
    List<FailedLogIns> some = failures.stream().filter(state -> state.failures() > 0).toList();
    if (!none.isEmpty()) {
      statements.update(
          "DELETE FROM failed_log_ins WHERE subject = ANY (?)",
          SqlArray.texts(none, state -> state.subject().name()));
    }
    if (!some.isEmpty()) {
      statements.update(
          """
          UPDATE failed_log_ins AS stored
          SET failures = changed.failures, last_at = changed.last_at,
              locked_until = changed.locked_until
          FROM unnest(?, ?, ?, ?) AS changed (subject, failures, last_at, locked_until)
          WHERE stored.subject = changed.subject
          """,
          SqlArray.texts(some, state -> state.subject().name()),
          SqlArray.numbers(some, state -> (long) state.failures()),
          SqlArray.instants(some, FailedLogIns::lastAt),
          SqlArray.optionalInstants(some, FailedLogIns::lockedUntil));
    }
  }

  @Override
  public int forgetBefore(Instant instant, int limit) {
    return statements.update(
        """
        WITH old AS (
            SELECT subject FROM failed_log_ins WHERE last_at < ? ORDER BY last_at LIMIT ?
            FOR UPDATE SKIP LOCKED)
        DELETE FROM failed_log_ins AS kept USING old WHERE kept.subject = old.subject
        """,
        instant,
        limit);
  }

  private static FailedLogIns failures(Row row) throws SQLException {
    return new FailedLogIns(
        new LogInSubject(row.text("subject")),
        row.smallNumber("failures"),
        row.instant("last_at"),
        row.optionalInstant("locked_until"));
  }
}
