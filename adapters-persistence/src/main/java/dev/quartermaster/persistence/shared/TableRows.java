package dev.quartermaster.persistence.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rows of a table that meet conditions.
 *
 * @param table the table
 * @param conditions which of its rows
 * @param name names the list; the same for as long as a walk by its cursors may take
 * @param known how many rows there are, if somebody has counted them
 */
public record TableRows(
    Statements statements, String table, Conditions conditions, String name, Optional<Total> known)
    implements ListedRows {

  /** The rows of a list whose conditions are the same for each part of it. */
  public TableRows(Statements statements, String table, Conditions conditions) {
    this(statements, table, conditions, table + " " + conditions, Optional.empty());
  }

  @Override
  public Total total() {
    return known.orElseGet(this::counted);
  }

  private Total counted() {
    long rows =
        statements
            .query(
                row -> row.number("total"),
                "SELECT count(*) AS total FROM " + table + " WHERE " + conditions.sql(),
                conditions.values().toArray())
            .getFirst();
    return new Total(rows, false);
  }

  @Override
  public Select part(Keyset<?> order, String after, long limit, long offset) {
    Conditions following = after.isEmpty() ? conditions : order.after(after, conditions);
    List<Object> values = new ArrayList<>(following.values());
    values.add(limit);
    String part =
        " FROM "
            + table
            + " WHERE "
            + following.sql()
            + " ORDER BY "
            + order.orderBy()
            + " LIMIT ?";
    if (offset == 0) {
      return new Select("SELECT *" + part, values);
    }
    values.add(offset);
    // An index alone tells what to leave out, so that the rows of all pages before are not read.
    return new Select(
        "SELECT * FROM "
            + table
            + " WHERE id IN (SELECT id"
            + part
            + " OFFSET ?) ORDER BY "
            + order.orderBy(),
        values);
  }
}
