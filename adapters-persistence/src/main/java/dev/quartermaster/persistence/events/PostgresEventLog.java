package dev.quartermaster.persistence.events;

import dev.quartermaster.domain.events.EventFilter;
import dev.quartermaster.domain.events.EventGap;
import dev.quartermaster.domain.events.EventLog;
import dev.quartermaster.domain.events.EventLogState;
import dev.quartermaster.domain.shared.PublishedEvent;
import dev.quartermaster.domain.shared.UserId;
import dev.quartermaster.persistence.shared.Conditions;
import dev.quartermaster.persistence.shared.Row;
import dev.quartermaster.persistence.shared.Statements;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Whoever publishes holds the one row of {@code events_head}, which no writer touches, moves
 * arrivals to {@code events}, and notifies the channel {@code events} of the last place given.
 */
@Singleton
final class PostgresEventLog implements EventLog {
  private final Statements statements;

  PostgresEventLog(Statements statements) {
    this.statements = statements;
  }

  @Override
  public int publish(int limit) {
    // By a statement of its own, so that the next one sees what the last holder has left.
    List<Long> head =
        statements.query(
            row -> row.number("position"),
            """
            SELECT position FROM events_head
            WHERE EXISTS (SELECT FROM event_arrivals) FOR UPDATE
            """);
    return head.isEmpty() ? 0 : publishAfter(head.getFirst(), limit);
  }

  private int publishAfter(long head, int limit) {
    return statements
        .query(
            row -> row.smallNumber("published"),
            """
            WITH moved AS (
                DELETE FROM event_arrivals
                WHERE arrival IN (SELECT arrival FROM event_arrivals ORDER BY arrival LIMIT ?)
                RETURNING *),
            placed AS (
                INSERT INTO events (position, id, type, schema_version, aggregate_type,
                                    aggregate_id, sequence, owner_id, actor, request_id,
                                    occurred_at, data)
                SELECT ? + row_number() OVER (ORDER BY arrival), id, type, schema_version,
                       aggregate_type, aggregate_id, sequence, owner_id, actor, request_id,
                       occurred_at, data
                FROM moved
                RETURNING position),
            head AS (
                UPDATE events_head SET position = (SELECT max(position) FROM placed)
                WHERE EXISTS (SELECT FROM placed)
                RETURNING position)
            SELECT (SELECT count(*) FROM placed) AS published,
                   pg_notify('events', position::text)
            FROM head
            """,
            limit,
            head)
        .stream()
        .findFirst()
        .orElse(0);
  }

  @Override
  public long head() {
    return statements
        .query(row -> row.number("position"), "SELECT position FROM events_head")
        .getFirst();
  }

  @Override
  public List<PublishedEvent> after(long position, EventFilter filter, int limit) {
    Conditions conditions = Conditions.where("position > ?", position);
    if (!filter.types().isEmpty()) {
      conditions = conditions.andOneOf("type", filter.types());
    }
    if (filter.aggregateType().isPresent()) {
      conditions = conditions.and("aggregate_type = ?", filter.aggregateType().get());
    }
    if (filter.aggregateId().isPresent()) {
      conditions = conditions.and("aggregate_id = ?", filter.aggregateId().get());
    }
    if (filter.owner().isPresent()) {
      conditions = conditions.and("owner_id = ?", filter.owner().map(UserId::value).get());
    }
    List<Object> values = new ArrayList<>(conditions.values());
    values.add(limit);
    return statements.query(
        PublishedEventRow::read,
        "SELECT * FROM events WHERE " + conditions.sql() + " ORDER BY position LIMIT ?",
        values.toArray());
  }

  /**
   * The index of times tells the first and the last place; between these the log is walked in its
   * order.
   */
  @Override
  public List<PublishedEvent> between(Instant from, Instant to, long position, int limit) {
    return statements.query(
        PublishedEventRow::read,
        """
        SELECT event.*
        FROM (SELECT min(position) AS first, max(position) AS last FROM events
              WHERE occurred_at >= ? AND occurred_at < ? AND position > ?) AS span
        JOIN LATERAL (
            SELECT * FROM events
            WHERE position BETWEEN span.first AND span.last
            AND occurred_at >= ? AND occurred_at < ?
            ORDER BY position LIMIT ?) AS event ON TRUE
        ORDER BY event.position
        """,
        from,
        to,
        position,
        from,
        to,
        limit);
  }

  @Override
  public EventLogState state() {
    return statements
        .query(
            PostgresEventLog::state,
            """
            SELECT (SELECT count(*) FROM event_arrivals) AS waiting,
                   (SELECT min(occurred_at) FROM event_arrivals) AS oldest_waiting,
                   (SELECT coalesce(min(position), 0) FROM events) AS first,
                   (SELECT position FROM events_head) AS head,
                   coalesce(array_agg(name ORDER BY name), '{}') AS names,
                   coalesce(array_agg(position::text ORDER BY name), '{}') AS positions,
                   coalesce(array_agg(parked::text ORDER BY name), '{}') AS parked
            FROM event_subscribers AS reader
            CROSS JOIN LATERAL (
                SELECT count(*) AS parked FROM parked_events
                WHERE subscriber = reader.name) AS left_out
            """)
        .getFirst();
  }

  private static EventLogState state(Row row) throws SQLException {
    List<String> names = row.texts("names");
    List<String> positions = row.texts("positions");
    List<String> parked = row.texts("parked");
    List<EventLogState.Subscriber> subscribers = new ArrayList<>();
    for (int index = 0; index < names.size(); index++) {
      subscribers.add(
          new EventLogState.Subscriber(
              names.get(index),
              Long.parseLong(positions.get(index)),
              Long.parseLong(parked.get(index))));
    }
    return new EventLogState(
        row.number("waiting"),
        row.optionalInstant("oldest_waiting"),
        row.number("first"),
        row.number("head"),
        subscribers);
  }

  @Override
  public long missing() {
    return statements
        .query(
            row -> row.number("missing"),
            """
            SELECT CASE WHEN count(*) = 0 THEN 0
                   ELSE (SELECT position FROM events_head) - min(position) + 1 - count(*)
                   END AS missing
            FROM events
            """)
        .getFirst();
  }

  @Override
  public List<EventGap> gaps(int limit) {
    return statements.query(
        row ->
            new EventGap(
                row.text("aggregate_type"),
                row.text("aggregate_id"),
                row.number("position"),
                row.number("previous") + 1,
                row.number("sequence")),
        """
        SELECT aggregate_type, aggregate_id, position, previous, sequence
        FROM (SELECT aggregate_type, aggregate_id, position, sequence,
                     lag(sequence) OVER (PARTITION BY aggregate_id, aggregate_type
                                         ORDER BY position) AS previous
              FROM events) AS event
        WHERE sequence <> previous + 1
        ORDER BY position
        LIMIT ?
        """,
        limit);
  }

  @Override
  public int forgetBefore(Instant instant, int limit) {
    // The log's beginning alone goes, whatever the clocks of nodes have written behind it.
    return statements.update(
        """
        WITH oldest AS (
            SELECT position, occurred_at FROM events ORDER BY position LIMIT ?)
        DELETE FROM events
        WHERE position IN (SELECT position FROM oldest)
        AND position <= ALL (SELECT position FROM event_subscribers)
        AND position < ALL (SELECT position FROM oldest WHERE occurred_at >= ?)
        """,
        limit,
        instant);
  }
}
