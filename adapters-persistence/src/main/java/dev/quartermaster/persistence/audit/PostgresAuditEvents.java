package dev.quartermaster.persistence.audit;

import dev.quartermaster.domain.audit.AuditEvent;
import dev.quartermaster.domain.audit.AuditEventField;
import dev.quartermaster.domain.audit.AuditEvents;
import dev.quartermaster.domain.audit.AuditFilter;
import dev.quartermaster.domain.audit.ChainHash;
import dev.quartermaster.domain.audit.ChainLink;
import dev.quartermaster.domain.audit.ChainState;
import dev.quartermaster.domain.shared.Change;
import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Slice;
import dev.quartermaster.domain.shared.Sort;
import dev.quartermaster.persistence.shared.Conditions;
import dev.quartermaster.persistence.shared.Listing;
import dev.quartermaster.persistence.shared.Row;
import dev.quartermaster.persistence.shared.SortColumn;
import dev.quartermaster.persistence.shared.SortType;
import dev.quartermaster.persistence.shared.SqlArray;
import dev.quartermaster.persistence.shared.Statements;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Whoever appends inserts a row into {@code audit_arrivals} and shares no row with anybody; whoever
 * chains holds the one row of {@code audit_head}, which no writer touches, and moves arrivals to
 * {@code audit_events}. The view {@code audit_trail} shows both.
 */
@Singleton
final class PostgresAuditEvents implements AuditEvents {
  private static final Listing<AuditEventField, AuditEvent> EVENTS =
      new Listing<>(
          "audit_trail",
          new Sort<>(AuditEventField.CREATED_AT, true),
          PostgresAuditEvents::column,
          AuditEvent::id);

  private final Statements statements;

  PostgresAuditEvents(Statements statements) {
    this.statements = statements;
  }

  @Override
  public Slice<AuditEvent> list(AuditFilter filter, PageRequest<AuditEventField> page) {
    Conditions conditions = Conditions.none();
    if (filter.actor().isPresent()) {
      conditions = conditions.and("actor = ?", filter.actor().get());
    }
    if (filter.action().isPresent()) {
      conditions = conditions.and("action = ?", filter.action().get());
    }
    if (filter.targetType().isPresent()) {
      conditions = conditions.and("target_type = ?", filter.targetType().get());
    }
    if (filter.targetId().isPresent()) {
      conditions = conditions.and("target_id = ?", filter.targetId().get());
    }
    if (filter.from().isPresent()) {
      conditions = conditions.and("created_at >= ?", filter.from().get());
    }
    if (filter.to().isPresent()) {
      conditions = conditions.and("created_at < ?", filter.to().get());
    }
    return EVENTS.slice(
        statements,
        conditions,
        page,
        select ->
            statements.query(PostgresAuditEvents::event, select.sql(), select.values().toArray()));
  }

  @Override
  public Optional<ChainLink> tryLockHead() {
    return statements
        .query(
            row -> new ChainLink(row.number("sequence"), new ChainHash(row.text("hash"))),
            "SELECT sequence, hash FROM audit_head FOR UPDATE SKIP LOCKED")
        .stream()
        .findFirst();
  }

  @Override
  public List<AuditEvent> waiting(int limit) {
    return statements.query(
        PostgresAuditEvents::arrival, "SELECT * FROM audit_arrivals ORDER BY id LIMIT ?", limit);
  }

  @Override
  public void chain(List<AuditEvent> chained) {
    if (chained.isEmpty()) {
      return;
    }
    ChainLink head = link(chained.getLast());
    statements.update(
        """
        WITH chained AS (
            SELECT * FROM unnest(?, ?, ?) AS chained (id, sequence, hash)),
        moved AS (
            DELETE FROM audit_arrivals AS arrival USING chained WHERE arrival.id = chained.id
            RETURNING arrival.*, chained.sequence, chained.hash),
        placed AS (
            INSERT INTO audit_events (id, actor, action, target_type, target_id, request_id,
                                      changed_fields, changed_from, changed_to, created_at,
                                      sequence, hash)
            SELECT id, actor, action, target_type, target_id, request_id,
                   changed_fields, changed_from, changed_to, created_at, sequence, hash
            FROM moved)
        UPDATE audit_head SET sequence = ?, hash = ?
        """,
        SqlArray.uuids(chained, AuditEvent::id),
        SqlArray.numbers(chained, event -> link(event).sequence()),
        SqlArray.texts(chained, event -> link(event).hash().value()),
        head.sequence(),
        head.hash().value());
  }

  /** One statement, so that all is of one moment; a head that is gone is one that never began. */
  @Override
  public ChainState chainState() {
    return statements
        .query(
            row ->
                new ChainState(
                    new ChainLink(row.number("sequence"), new ChainHash(row.text("hash"))),
                    row.number("last"),
                    row.number("waiting")),
            """
            SELECT coalesce(head.sequence, ?) AS sequence, coalesce(head.hash, ?) AS hash,
                   (SELECT coalesce(max(sequence), 0) FROM audit_events) AS last,
                   (SELECT count(*) FROM audit_arrivals) AS waiting
            FROM (VALUES (TRUE)) AS always LEFT JOIN audit_head AS head ON TRUE
            """,
            ChainLink.START.sequence(),
            ChainLink.START.hash().value())
        .getFirst();
  }

  @Override
  public List<AuditEvent> chained(long after, long upTo, int limit) {
    return statements.query(
        PostgresAuditEvents::event,
        """
        SELECT * FROM audit_events WHERE sequence > ? AND sequence <= ?
        ORDER BY sequence FETCH FIRST ? ROWS WITH TIES
        """,
        after,
        upTo,
        limit);
  }

  private static ChainLink link(AuditEvent event) {
    return event.link().orElseThrow();
  }

  private static SortColumn<AuditEvent> column(AuditEventField field) {
    return switch (field) {
      case CREATED_AT -> new SortColumn<>("created_at", SortType.INSTANT, AuditEvent::createdAt);
    };
  }

  private static AuditEvent event(Row row) throws SQLException {
    return event(row, storedLink(row));
  }

  private static AuditEvent arrival(Row row) throws SQLException {
    return event(row, Optional.empty());
  }

  private static AuditEvent event(Row row, Optional<ChainLink> link) throws SQLException {
    return new AuditEvent(
        row.uuid("id"),
        row.text("actor"),
        row.text("action"),
        row.text("target_type"),
        row.text("target_id"),
        changes(row),
        row.optionalText("request_id"),
        row.instant("created_at"),
        link);
  }

  /** As many as the longest array has, so that whatever somebody adds to one is seen. */
  private static List<Change> changes(Row row) throws SQLException {
    List<Optional<String>> fields = row.optionalTexts("changed_fields");
    List<Optional<String>> before = row.optionalTexts("changed_from");
    List<Optional<String>> after = row.optionalTexts("changed_to");
    int size = Math.max(fields.size(), Math.max(before.size(), after.size()));
    List<Change> changes = new ArrayList<>(size);
    for (int index = 0; index < size; index++) {
      changes.add(
          new Change(
              element(fields, index).orElse(""), element(before, index), element(after, index)));
    }
    return changes;
  }

  private static Optional<String> element(List<Optional<String>> elements, int index) {
    return index < elements.size() ? elements.get(index) : Optional.empty();
  }

  private static Optional<ChainLink> storedLink(Row row) throws SQLException {
    OptionalLong sequence = row.optionalNumber("sequence");
    return sequence.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ChainLink(
                sequence.getAsLong(), new ChainHash(row.optionalText("hash").orElse(""))));
  }
}
