package dev.quartermaster.bootstrap.endtoend;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Makes many rows of one, where the front door would take a password hash for each. */
final class CopiedRows {
  private final DataSource database;

  CopiedRows(DataSource database) {
    this.database = database;
  }

  /**
   * Copies a row under ids of their own.
   *
   * @param fresh what else differs in each copy: expressions of SQL by column
   */
  void copy(String table, String id, int copies, Map<String, String> fresh) {
    String own =
        fresh.entrySet().stream()
            .map(column -> ", '" + column.getKey() + "', " + column.getValue())
            .collect(Collectors.joining("", "jsonb_build_object('id', gen_random_uuid()", ")"));
    String sql =
        """
        INSERT INTO %1$s
        SELECT (jsonb_populate_record(original, %2$s)).*
        FROM %1$s AS original, generate_series(1, ?) WHERE original.id = ?
        """
            .formatted(table, own);
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, copies);
      statement.setObject(2, UUID.fromString(id));
      if (statement.executeUpdate() != copies) {
        throw new AssertionError("there is no " + id + " in " + table);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
