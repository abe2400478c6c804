package dev.quartermaster.persistence.events;

import dev.quartermaster.domain.shared.EventFeed;
import dev.quartermaster.domain.shared.PublishedEvent;
import dev.quartermaster.persistence.shared.Statements;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** A subscriber's place is a row, which whoever reads for the subscriber holds. */
@Singleton
final class PostgresEventFeed implements EventFeed {
  private final Statements statements;

  PostgresEventFeed(Statements statements) {
    this.statements = statements;
  }

  @Override
  public List<PublishedEvent> next(String subscriber, int limit) {
    return place(subscriber).stream()
        .flatMap(
            place ->
                statements
                    .query(
                        PublishedEventRow::read,
                        "SELECT * FROM events WHERE position > ? ORDER BY position LIMIT ?",
                        place,
                        limit)
                    .stream())
        .toList();
  }

  @Override
  public void park(String subscriber, long position, String reason, Instant at) {
    statements.update(
        """
        INSERT INTO parked_events (subscriber, position, reason, parked_at) VALUES (?, ?, ?, ?)
        """,
        subscriber,
        position,
        reason,
        at);
  }

  @Override
  public void moveOn(String subscriber, long position) {
    statements.update(
        "UPDATE event_subscribers SET position = ? WHERE name = ?", position, subscriber);
  }

  /** Nothing while another transaction has the place. */
  private List<Long> place(String subscriber) {
    statements.update(
        "INSERT INTO event_subscribers (name, position) VALUES (?, 0) ON CONFLICT DO NOTHING",
        subscriber);
    return statements.query(
        row -> row.number("position"),
        "SELECT position FROM event_subscribers WHERE name = ? FOR UPDATE SKIP LOCKED",
        subscriber);
  }
}
