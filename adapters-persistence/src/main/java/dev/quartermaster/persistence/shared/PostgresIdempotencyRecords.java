package dev.quartermaster.persistence.shared;

import dev.quartermaster.domain.shared.IdempotencyKey;
import dev.quartermaster.domain.shared.IdempotencyRecords;
import dev.quartermaster.domain.shared.RecordedAnswer;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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

  /** The answer is looked for key by key, by the index, also when there are many keys. */
  @Override
  public List<Claim> claim(List<IdempotencyKey> keys) {
    List<IdempotencyKey> distinct = List.copyOf(new LinkedHashSet<>(keys));
    if (distinct.isEmpty()) {
      return List.of();
    }
    Iterator<Claim> claims =
        statements
            .query(
                PostgresIdempotencyRecords::found,
                """
                SELECT claim.locked, kept.fingerprint, kept.status,
                       kept.header_names, kept.header_values, kept.body
                FROM (SELECT caller, idempotency_key, position,
                             pg_try_advisory_xact_lock(hashtextextended(
                                 idempotency_key, hashtextextended(caller, 0))) AS locked
                      FROM unnest((SELECT ?), ?) WITH ORDINALITY
                          AS wanted (caller, idempotency_key, position)) AS claim
                LEFT JOIN LATERAL (
                    SELECT * FROM idempotency_records AS record
                    WHERE record.caller = claim.caller
                    AND record.idempotency_key = claim.idempotency_key
                    LIMIT 1) AS kept ON true
                ORDER BY claim.position
                """,
                SqlArray.texts(distinct, IdempotencyKey::caller),
                SqlArray.texts(distinct, IdempotencyKey::value))
            .iterator();
    Map<IdempotencyKey, Claim> first = new HashMap<>();
    distinct.forEach(key -> first.put(key, claims.next()));
    return keys.stream().map(key -> claimInTurn(first, key)).toList();
  }

  /** Whoever repeats a key in one call would be given a free one again, as the lock is theirs. */
  private static Claim claimInTurn(Map<IdempotencyKey, Claim> claims, IdempotencyKey key) {
    Claim claim = claims.getOrDefault(key, new InProgress());
    claims.replace(key, new Free(), new InProgress());
    return claim;
  }

  /** The headers of all answers travel as rows of their own. */
  @Override
  public int record(List<Answer> answers, Instant at) {
    if (answers.isEmpty()) {
      return 0;
    }
    List<Header> headers =
        IntStream.range(0, answers.size())
            .boxed()
            .flatMap(index -> Header.of(index + 1, answers.get(index).answer()))
            .toList();
    return statements.update(
        """
        INSERT INTO idempotency_records (caller, idempotency_key, fingerprint, status,
                                         header_names, header_values, body, created_at)
        SELECT kept.caller, kept.idempotency_key, kept.fingerprint, kept.status,
               coalesce(headers.names, '{}'), coalesce(headers.contents, '{}'), kept.body, ?
        FROM unnest((SELECT ?), ?, ?, ?, ?) WITH ORDINALITY
            AS kept (caller, idempotency_key, fingerprint, status, body, number)
        LEFT JOIN (
            SELECT number, array_agg(name ORDER BY position) AS names,
                   array_agg(value ORDER BY position) AS contents
            FROM unnest(?, ?, ?) WITH ORDINALITY AS header (number, name, value, position)
            GROUP BY number) AS headers ON headers.number = kept.number
        ON CONFLICT ON CONSTRAINT idempotency_records_pk DO NOTHING
        """,
        at,
        SqlArray.texts(answers, answer -> answer.key().caller()),
        SqlArray.texts(answers, answer -> answer.key().value()),
        SqlArray.texts(answers, Answer::fingerprint),
        SqlArray.numbers(answers, answer -> (long) answer.answer().status()),
        SqlArray.texts(answers, answer -> answer.answer().body()),
        SqlArray.numbers(headers, Header::number),
        SqlArray.texts(headers, Header::name),
        SqlArray.texts(headers, Header::value));
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

  private static Claim found(Row row) throws SQLException {
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

  /** A header of the answer of that number. */
  private record Header(long number, String name, String value) {

    static Stream<Header> of(long number, RecordedAnswer answer) {
      return answer.headers().entrySet().stream()
          .map(header -> new Header(number, header.getKey(), header.getValue()));
    }
  }
}
