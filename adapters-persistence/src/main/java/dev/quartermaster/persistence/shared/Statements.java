package dev.quartermaster.persistence.shared;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Runs SQL on the connection of the current transaction, or without one on any, which commits each
 * statement by itself; values are always bound, as {@code ?}. Parameters are texts, numbers, UUIDs,
 * instants and {@link SqlArray}s.
 */
@Singleton
public final class Statements {
  private static final int FETCH_SIZE = 500;

  private final AgroalDataSource dataSource;

  Statements(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** The rows of a query, each as the reader makes it. */
  public <T> List<T> query(Row.Reader<T> reader, String sql, Object... parameters) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = prepared(connection, sql, List.of(parameters));
        ResultSet result = statement.executeQuery()) {
      Row row = new Row(result);
      List<T> read = new ArrayList<>();
      while (result.next()) {
        read.add(reader.read(row));
      }
      return read;
    } catch (SQLException failure) {
      throw new StatementFailed(failure);
    }
  }

  /**
   * Hands over the rows of a query one by one, each as the reader makes it, while a cursor of the
   * server waits for the next few: whoever is slow to take them makes it wait. What bounds a
   * statement's time bounds each fetch.
   */
  public <T> void forEach(
      Row.Reader<T> reader, Consumer<? super T> receiver, String sql, Object... parameters) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = prepared(connection, sql, List.of(parameters))) {
      statement.setFetchSize(FETCH_SIZE);
      try (ResultSet result = statement.executeQuery()) {
        Row row = new Row(result);
        while (result.next()) {
          receiver.accept(reader.read(row));
        }
      }
    } catch (SQLException failure) {
      throw new StatementFailed(failure);
    }
  }

  /** Runs a statement that gives no rows; tells how many rows it touched. */
  public int update(String sql, Object... parameters) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = prepared(connection, sql, List.of(parameters))) {
      return statement.executeUpdate();
    } catch (SQLException failure) {
      throw new StatementFailed(failure);
    }
  }

  private static PreparedStatement prepared(
      Connection connection, String sql, List<Object> parameters) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int index = 0; index < parameters.size(); index++) {
      switch (parameters.get(index)) {
        case SqlArray array ->
            statement.setArray(index + 1, connection.createArrayOf(array.type(), array.toArray()));
        case Instant instant -> statement.setObject(index + 1, instant.atOffset(ZoneOffset.UTC));
        case Object value -> statement.setObject(index + 1, value);
      }
    }
    return statement;
  }
}
