package dev.quartermaster.bootstrap.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

class EmbeddedServersTest {
  @TempDir private Path folder;
  private DataFolder held;
  private EmbeddedServers servers;

  @BeforeEach
  void hold() {
    held = DataFolder.hold(folder);
    servers = new EmbeddedServers(held);
  }

  @AfterEach
  void close() {
    servers.close();
  }

  @Test
  void theDatabaseIsDurableAndItsUserNoSuperuser() throws SQLException {
    EmbeddedPostgreSql postgreSql = servers.startPostgreSql();

    assertThat(query(postgreSql, "SHOW fsync")).isEqualTo("on");
    assertThat(query(postgreSql, "SHOW full_page_writes")).isEqualTo("on");
    assertThat(query(postgreSql, "SHOW synchronous_commit")).isEqualTo("on");
    assertThat(query(postgreSql, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
    assertThat(query(postgreSql, "SHOW server_encoding")).isEqualTo("UTF8");
    assertThat(query(postgreSql, "SHOW is_superuser")).isEqualTo("off");
  }

  @Test
  void whatWasCommittedOutlivesAServerWhoseOwnerWasKilled() throws SQLException {
    EmbeddedPostgreSql leftBehind = servers.startPostgreSql();
    query(leftBehind, "CREATE TABLE kept AS SELECT 42 AS value");
    held.close();

    servers = new EmbeddedServers(DataFolder.hold(folder));
    EmbeddedPostgreSql successor = servers.startPostgreSql();

    assertThat(query(successor, "SELECT value FROM kept")).isEqualTo("42");
    assertThatThrownBy(() -> query(leftBehind, "SELECT 1")).isInstanceOf(SQLException.class);
  }

  @Test
  void aStrangersProcessInThePidFileIsLeftAlone() throws IOException, SQLException {
    query(servers.startPostgreSql(), "CREATE TABLE kept AS SELECT 42 AS value");
    servers.close();
    Files.writeString(
        folder.resolve("postgresql/postmaster.pid"), ProcessHandle.current().pid() + "\n");

    servers = new EmbeddedServers(DataFolder.hold(folder));

    assertThat(query(servers.startPostgreSql(), "SELECT value FROM kept")).isEqualTo("42");
  }

  @Test
  void theCacheAsksForItsPassword() throws IOException {
    EmbeddedRedis redis = servers.startRedis();

    assertThat(command(redis, "PING")).startsWith("-NOAUTH");
    assertThat(command(redis, "AUTH " + redis.password())).isEqualTo("+OK");
  }

  @Test
  void aCacheWhoseOwnerWasKilledIsReplaced() throws IOException {
    EmbeddedRedis leftBehind = servers.startRedis();
    held.close();

    servers = new EmbeddedServers(DataFolder.hold(folder));
    EmbeddedRedis successor = servers.startRedis();

    assertThat(command(successor, "AUTH " + successor.password())).isEqualTo("+OK");
    assertThatThrownBy(() -> command(leftBehind, "PING")).isInstanceOf(IOException.class);
  }

  @Test
  void aHeldFolderIsRefused() {
    assertThatThrownBy(() -> DataFolder.hold(folder))
        .isInstanceOf(EmbeddedServerException.class)
        .hasMessageContaining("another Quartermaster")
        .hasMessageContaining("QUARTERMASTER_DATA_FOLDER");
  }

  @Test
  void dataOfAnotherMajorVersionIsRefused() throws IOException {
    Files.createDirectory(folder.resolve("postgresql"));
    Files.writeString(folder.resolve("postgresql/PG_VERSION"), "17\n");

    assertThatThrownBy(servers::startPostgreSql)
        .isInstanceOf(EmbeddedServerException.class)
        .hasMessageContaining("PostgreSQL 17");
  }

  @Test
  void nothingStartsAfterTheEnd() {
    servers.close();

    assertThatThrownBy(servers::startRedis).isInstanceOf(EmbeddedServerException.class);
  }

  private static String query(EmbeddedPostgreSql postgreSql, String sql) throws SQLException {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(postgreSql.jdbcUrl());
    source.setUser(postgreSql.username());
    source.setPassword(postgreSql.password());
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      if (!statement.execute(sql)) {
        return "";
      }
      try (ResultSet rows = statement.getResultSet()) {
        rows.next();
        return rows.getString(1);
      }
    }
  }

  private static String command(EmbeddedRedis redis, String command) throws IOException {
    URI address = URI.create(redis.url());
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
      return new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
          .readLine();
    }
  }
}
