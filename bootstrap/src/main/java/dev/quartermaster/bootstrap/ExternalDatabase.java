package dev.quartermaster.bootstrap;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL server that somebody else runs.
 *
 * @param jdbcUrl where it is
 * @param username who we are to it
 * @param password how we prove it
 */
record ExternalDatabase(String jdbcUrl, Optional<String> username, Optional<String> password) {
  private static final Logger LOG = Logger.getLogger(ExternalDatabase.class);
  private static final int SECONDS_TO_ANSWER = 5;
  private static final String URL_VARIABLE = "QUARKUS_DATASOURCE_JDBC_URL";
  private static final String CREDENTIALS_VARIABLES =
      "QUARKUS_DATASOURCE_USERNAME and QUARKUS_DATASOURCE_PASSWORD";

  ExternalDatabase {
    try {
      new PGSimpleDataSource().setUrl(jdbcUrl);
    } catch (IllegalArgumentException malformed) {
      throw new CannotStartException(
          URL_VARIABLE + " must be a URL such as jdbc:postgresql://host:5432/database", malformed);
    }
  }

  /** The URL without the parameters, which may carry credentials. */
  String location() {
    return jdbcUrl.split("\\?", 2)[0];
  }

  /**
   * Connects once, waiting a few seconds at most.
   *
   * @throws CannotStartException if that does not succeed
   */
  void requireReachable() {
    PGSimpleDataSource server = new PGSimpleDataSource();
    server.setUrl(jdbcUrl);
    username.ifPresent(server::setUser);
    password.ifPresent(server::setPassword);
    server.setLoginTimeout(SECONDS_TO_ANSWER);
    server.setConnectTimeout(SECONDS_TO_ANSWER);
    server.setSocketTimeout(SECONDS_TO_ANSWER);
    try (Connection connection = server.getConnection()) {
      LOG.debugf("The database is %s", connection.getMetaData().getDatabaseProductVersion());
    } catch (SQLException refusal) {
      throw new CannotStartException(reason(refusal), refusal);
    }
  }

  private String reason(SQLException refusal) {
    String state = describe(refusal.getSQLState());
    return switch (state) {
      case "28P01", "28000", "08004" ->
          "the database %s refuses the credentials; check %s"
              .formatted(location(), CREDENTIALS_VARIABLES);
      case "3D000" ->
          "the database of %s does not exist; create it, or correct %s"
              .formatted(location(), URL_VARIABLE);
      case "08001", "08006" ->
          "the database %s can't be reached (%s); start it, or correct %s"
              .formatted(location(), unreachable(refusal), URL_VARIABLE);
      default ->
          "the database %s refuses the connection (%s); see %s"
              .formatted(location(), OneLine.of(refusal), URL_VARIABLE);
    };
  }

  private static String unreachable(SQLException refusal) {
    return switch (refusal.getCause()) {
      case UnknownHostException unknown -> "no such host";
      case ConnectException refused -> "nobody answers there";
      case SocketTimeoutException silent -> "no answer in %d s".formatted(SECONDS_TO_ANSWER);
      case null, default -> OneLine.of(refusal);
    };
  }

  private static String describe(@Nullable String state) {
    return state == null ? "" : state;
  }

  @Override
  public String toString() {
    return location();
  }
}
