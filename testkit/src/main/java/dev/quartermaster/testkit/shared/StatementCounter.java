package dev.quartermaster.testkit.shared;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Counts what the server was asked to execute, as the server itself counts it. */
public final class StatementCounter {
  private final Connections connections;

  public StatementCounter(Connections connections) {
    this.connections = connections;
    execute("CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
  }

  /** How many statements the work took, besides those that begin and end transactions. */
  public long count(Runnable work) {
    execute("SELECT pg_stat_statements_reset()");
    work.run();
    try (Connection connection = connections.open();
        Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                """
                SELECT sum(calls) FROM pg_stat_statements
                WHERE query NOT LIKE '%pg_stat_statements%' AND query NOT LIKE 'SET %'
                AND query NOT IN ('BEGIN', 'COMMIT')
                """)) {
      result.next();
      return result.getLong(1);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private void execute(String sql) {
    try (Connection connection = connections.open();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Gives a connection of one's own to the server, as a data source does. */
  @FunctionalInterface
  public interface Connections {
    Connection open() throws SQLException;
  }
}
