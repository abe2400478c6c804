package dev.quartermaster.persistence.events;

import dev.quartermaster.domain.shared.PublishedEvent;
import dev.quartermaster.domain.shared.UserId;
import dev.quartermaster.persistence.shared.JsonTree;
import dev.quartermaster.persistence.shared.Row;
import java.sql.SQLException;

/** A row of {@code events}. */
final class PublishedEventRow {
  private PublishedEventRow() {}

  /** The event of the row. */
  static PublishedEvent read(Row row) throws SQLException {
    return new PublishedEvent(
        row.number("position"),
        row.uuid("id"),
        row.text("type"),
        row.smallNumber("schema_version"),
        row.text("aggregate_type"),
        row.text("aggregate_id"),
        row.number("sequence"),
        row.optionalUuid("owner_id").map(UserId::new),
        row.text("actor"),
        row.optionalText("request_id"),
        row.instant("occurred_at"),
        JsonTree.read(row.text("data")));
  }
}
