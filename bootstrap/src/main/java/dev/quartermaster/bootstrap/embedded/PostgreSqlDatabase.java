package dev.quartermaster.bootstrap.embedded;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Quartermaster's database on an embedded server, owned by a user who may do no more than a
 * provider's database would allow.
 *
 * @param port where the server listens
 * @param password of the owner and of the superuser alike; made of hexadecimal digits
 */
record PostgreSqlDatabase(int port, String password) {
  static final String SUPERUSER = "postgres";
  static final String NAME = "quartermaster";

  String jdbcUrl() {
    return jdbcUrl(NAME);
  }

  private String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
  }

  /** Creates the database and its owner unless an earlier start did. */
  void createUnlessExists() throws SQLException {
    PGSimpleDataSource server = new PGSimpleDataSource();
    server.setUrl(jdbcUrl("postgres"));
    server.setUser(SUPERUSER);
    server.setPassword(password);
    try (Connection connection = server.getConnection();
        Statement statement = connection.createStatement()) {
      if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?")) {
        statement.execute("CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(NAME, password));
      }
      if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?")) {
        statement.execute("CREATE DATABASE %s OWNER %s".formatted(NAME, NAME));
      }
    }
  }

  private static boolean exists(Connection connection, String query) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, NAME);
      try (ResultSet found = statement.executeQuery()) {
        return found.next();
      }
    }
  }
}
