package dev.quartermaster.persistence.shared;

import dev.quartermaster.domain.shared.IdempotencyKey;
import dev.quartermaster.domain.shared.IdempotencyRecords;
import dev.quartermaster.domain.shared.RecordedAnswer;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Claims are advisory locks of the transaction: they end with it, also when the node dies, and
 * leave nothing to clean up.
 *
 * <p>A claim takes the lock and looks for an answer in one statement, whose snapshot is older than
 * the lock. So a twin that committed in between may go unseen, and the claim tells {@link Free}.
 * Nothing is done twice for it: {@link #record} then meets the twin's row, which the primary key
 * shows whatever the snapshot, and tells false, and the caller rolls its own work back.
 *
 * <p>Two keys whose hashes are equal (one chance in 2^64) only make one wait for the other.
 */
@Singleton
final class PostgresIdempotencyRecords implements IdempotencyRecords {
  private final Statements statements;

  PostgresIdempotencyRecords(Statements statements) {
    this.statements = statements;
  }

  @Override
  public Claim claim(IdempotencyKey key) {
    return statements
        .query(
            PostgresIdempotencyRecords::claim,
            """
            SELECT claim.locked, kept.fingerprint, kept.status,
                   kept.header_names, kept.header_values, kept.body
            FROM (SELECT pg_try_advisory_xact_lock(
                      hashtextextended(?, hashtextextended(?, 0))) AS locked) AS claim
            LEFT JOIN idempotency_records AS kept ON kept.caller = ? AND kept.idempotency_key = ?
            """,
            key.value(),
            key.caller(),
            key.caller(),
            key.value())
        .getFirst();
  }

  @Override
  public boolean record(IdempotencyKey key, String fingerprint, RecordedAnswer answer, Instant at) {
    List<Map.Entry<String, String>> headers = List.copyOf(answer.headers().entrySet());
    return statements.update(
            """
            INSERT INTO idempotency_records (caller, idempotency_key, fingerprint, status,
                                             header_names, header_values, body, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT ON CONSTRAINT idempotency_records_pk DO NOTHING
            """,
            key.caller(),
            key.value(),
            fingerprint,
            answer.status(),
            SqlArray.texts(headers, Map.Entry::getKey),
            SqlArray.texts(headers, Map.Entry::getValue),
            answer.body(),
            at)
        == 1;
  }

  @Override
  public int forgetBefore(Instant instant, int limit) {
    return statements.update(
        """
        WITH old AS (
            SELECT caller, idempotency_key FROM idempotency_records
            WHERE created_at < ? ORDER BY created_at LIMIT ?
            FOR UPDATE SKIP LOCKED)
        DELETE FROM idempotency_records AS kept USING old
        WHERE kept.caller = old.caller AND kept.idempotency_key = old.idempotency_key
        """,
        instant,
        limit);
  }

  private static Claim claim(Row row) throws SQLException {
    Optional<String> fingerprint = row.optionalText("fingerprint");
    if (fingerprint.isPresent()) {
      return new Answered(fingerprint.get(), answer(row));
    }
    return row.flag("locked") ? new Free() : new InProgress();
  }

  private static RecordedAnswer answer(Row row) throws SQLException {
    List<String> names = row.texts("header_names");
    List<String> values = row.texts("header_values");
    Map<String, String> headers = new HashMap<>();
    for (int index = 0; index < names.size(); index++) {
      headers.put(names.get(index), values.get(index));
    }
    return new RecordedAnswer(row.smallNumber("status"), headers, row.text("body"));
  }
}
