package dev.quartermaster.bootstrap.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A PostgreSQL server of our own on a free port of the loopback interface, with full durability.
 * Its data outlives it; a server that a killed process left behind on the same data is stopped
 * first.
 */
public final class EmbeddedPostgreSql implements EmbeddedServer {
  private static final int MAJOR_VERSION = 18;
  private static final int START_SECONDS = 300;
  private static final int STOP_SECONDS = 60;

  private final Path data;
  private final PostgreSqlCommand command;
  private final PostgreSqlDatabase database;

  private EmbeddedPostgreSql(Path data, PostgreSqlCommand command, PostgreSqlDatabase database) {
    this.data = data;
    this.command = command;
    this.database = database;
  }

  /**
   * Starts the server and waits until it takes connections. The first start in a folder creates the
   * data.
   *
   * @throws EmbeddedServerException if it can't be started
   */
  public static EmbeddedPostgreSql start(DataFolder folder) {
    Path log = folder.path().resolve("postgresql.log");
    try {
      Path data = folder.path().resolve("postgresql");
      requireMajorVersion(data);
      PostgreSqlCommand command = PostgreSqlCommand.in(PostgreSqlPrograms.unpack(folder), log);
      String password = password(folder);
      if (Files.exists(data)) {
        stopOrphan(folder, data, command);
      } else {
        create(folder, data, command);
      }
      int port = FreePort.find();
      if (!command.succeeds(
          "pg_ctl",
          "start",
          "--pgdata=" + data,
          "--log=" + log,
          "--wait",
          "--timeout=" + START_SECONDS,
          "--options=" + options(port))) {
        throw new EmbeddedServerException("the embedded PostgreSQL did not start; see " + log);
      }
      PostgreSqlDatabase database = new PostgreSqlDatabase(port, password);
      EmbeddedPostgreSql server = new EmbeddedPostgreSql(data, command, database);
      server.createDatabase(log);
      return server;
    } catch (IOException failure) {
      throw new EmbeddedServerException(
          "the embedded PostgreSQL did not start (%s); see %s".formatted(failure.getMessage(), log),
          failure);
    }
  }

  private static void requireMajorVersion(Path data) throws IOException {
    Path versionFile = data.resolve("PG_VERSION");
    if (!Files.exists(versionFile)) {
      return;
    }
    String version = Files.readString(versionFile).strip();
    if (!version.equals(Integer.toString(MAJOR_VERSION))) {
      throw new EmbeddedServerException(
          "the data in %s is PostgreSQL %s's and this Quartermaster has PostgreSQL %d; move it over with pg_upgrade, or set QUARTERMASTER_DATA_FOLDER to another folder"
              .formatted(data, version, MAJOR_VERSION));
    }
  }

  private static Path passwordFile(DataFolder folder) {
    return folder.path().resolve("postgresql.password");
  }

  private static String password(DataFolder folder) throws IOException {
    Path file = passwordFile(folder);
    if (!Files.exists(file)) {
      PrivateFiles.write(file, RandomPassword.create());
    }
    return Files.readString(file).strip();
  }

  private static void stopOrphan(DataFolder folder, Path data, PostgreSqlCommand command)
      throws IOException {
    Path pidFile = data.resolve("postmaster.pid");
    if (OrphanedServer.find(pidFile, folder.programs()).isPresent()) {
      stop(data, command);
    } else if (OrphanedServer.replacedByStranger(pidFile, folder.programs())) {
      // PostgreSQL would take the stranger for a server that still runs, and refuse to start.
      Files.delete(pidFile);
    }
  }

  private static void create(DataFolder folder, Path data, PostgreSqlCommand command)
      throws IOException {
    Path unfinished = data.resolveSibling("postgresql.unfinished");
    DeletedFolder.delete(unfinished);
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--pgdata=" + unfinished,
                "--username=" + PostgreSqlDatabase.SUPERUSER,
                "--pwfile=" + passwordFile(folder),
                "--auth=scram-sha-256"));
    arguments.addAll(Platform.current().localeOptions());
    if (!command.succeeds("initdb", arguments)) {
      throw new EmbeddedServerException(
          "the embedded PostgreSQL's data could not be created; see " + command.log());
    }
    Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
  }

  private static String options(int port) {
    List<String> settings =
        List.of(
            "port=" + port,
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "max_connections=100",
            "shared_buffers=128MB",
            "fsync=on",
            "full_page_writes=on",
            "synchronous_commit=on",
            "timezone=UTC",
            "log_timezone=UTC",
            // An error's text carries customers' data, and Quartermaster reports errors itself.
            "log_min_messages=log",
            "log_checkpoints=off");
    return "-c " + String.join(" -c ", settings);
  }

  private void createDatabase(Path log) {
    try {
      database.createUnlessExists();
    } catch (SQLException refused) {
      close();
      throw new EmbeddedServerException(
          "the embedded PostgreSQL refused to create its database (%s); see %s"
              .formatted(refused.getMessage(), log),
          refused);
    }
  }

  /** The JDBC URL of Quartermaster's database, without credentials. */
  public String jdbcUrl() {
    return database.jdbcUrl();
  }

  /** The user that owns the database; not a superuser. */
  public String username() {
    return PostgreSqlDatabase.NAME;
  }

  /** The password of {@link #username()}. */
  public String password() {
    return database.password();
  }

  /**
   * Ends open connections, rolls back what they had not committed, and stops the server.
   *
   * @throws EmbeddedServerException if it still runs after a minute
   */
  @Override
  public void close() {
    try {
      stop(data, command);
    } catch (IOException failure) {
      throw new EmbeddedServerException(
          "the embedded PostgreSQL did not stop (%s)".formatted(failure.getMessage()), failure);
    }
  }

  private static void stop(Path data, PostgreSqlCommand command) throws IOException {
    if (!command.succeeds(
        "pg_ctl",
        "stop",
        "--pgdata=" + data,
        "--mode=fast",
        "--wait",
        "--timeout=" + STOP_SECONDS)) {
      throw new EmbeddedServerException(
          "the embedded PostgreSQL did not stop; see " + command.log());
    }
  }
}
