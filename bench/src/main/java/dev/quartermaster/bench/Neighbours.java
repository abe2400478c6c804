package dev.quartermaster.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The PostgreSQL and the Redis that all nodes share. The package brings them: a first node starts
 * them in a folder of their own and is killed, so that they belong to nobody but the bench.
 */
final class Neighbours implements AutoCloseable {
  private static final Duration FIRST_START = Duration.ofMinutes(2);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
  private static final int LINE_OF_PORT = 3;
  private static final String USER = "quartermaster";

  private final Path data;
  private final String jdbcUrl;
  private final String password;

  private Neighbours(Path data) {
    this.data = data;
    this.jdbcUrl =
        "jdbc:postgresql://127.0.0.1:%s/quartermaster"
            .formatted(lines(postgreSqlPid(data)).get(LINE_OF_PORT).strip());
    this.password = lines(data.resolve("postgresql.password")).getFirst().strip();
  }

  /**
   * Starts both.
   *
   * @param settings of the first node, such as the administrator
   */
  static Neighbours start(Path quarkusApp, Path folder, Map<String, String> settings)
      throws InterruptedException {
    Path data = folder.resolve("data");
    Map<String, String> all = new HashMap<>(settings);
    all.put("QUARTERMASTER_DATA_FOLDER", data.toString());
    Node first = new Node("first-node", quarkusApp, folder, all);
    Thread lastResort = Thread.ofPlatform().unstarted(() -> abandon(first, data));
    Runtime.getRuntime().addShutdownHook(lastResort);
    boolean ready = false;
    try {
      awaitReady(first);
      first.retire();
      Neighbours neighbours = new Neighbours(data);
      ready = true;
      return neighbours;
    } finally {
      if (!ready) {
        abandon(first, data);
      }
      Runtime.getRuntime().removeShutdownHook(lastResort);
    }
  }

  private static void awaitReady(Node first) throws InterruptedException {
    try (Health health = new Health()) {
      first.start();
      long giveUp = System.nanoTime() + FIRST_START.toNanos();
      while (!health.isReady(first.address())) {
        if (!first.isAlive() || System.nanoTime() > giveUp) {
          throw new BenchFailed("the database does not start:\n" + first.lastWords());
        }
        Thread.sleep(BETWEEN_LOOKS);
      }
    }
  }

  private static void abandon(Node first, Path data) {
    first.retire();
    end(data);
  }

  /** The settings of a node that uses them. */
  Map<String, String> settings() {
    List<String> redis = lines(data.resolve("redis/redis.conf"));
    return Map.of(
        "QUARKUS_DATASOURCE_JDBC_URL",
        jdbcUrl,
        "QUARKUS_DATASOURCE_USERNAME",
        USER,
        "QUARKUS_DATASOURCE_PASSWORD",
        password,
        "QUARKUS_REDIS_HOSTS",
        "redis://127.0.0.1:" + valueOf("port", redis),
        "QUARKUS_REDIS_PASSWORD",
        valueOf("requirepass", redis),
        "QUARTERMASTER_JWT_KEY",
        data.resolve("jwt-key.pem").toString());
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(jdbcUrl, USER, password);
  }

  /** Takes the processor away from Redis: connections stay open and nobody answers. */
  void freezeRedis() {
    Signals.send(process(redisPid(data)), "STOP");
  }

  void thawRedis() {
    Signals.send(process(redisPid(data)), "CONT");
  }

  /** Has PostgreSQL crash, which breaks off all that runs in it, and start again from its log. */
  void restartPostgreSql() {
    List<String> line = new ArrayList<>();
    if (ProcessHandle.current().info().user().orElse("").equals("root")) {
      // It refuses to run as root, but in a user namespace of its own the same process is nobody.
      line.addAll(List.of("unshare", "--user"));
    }
    line.addAll(
        List.of(
            program("pg_ctl").toString(),
            "restart",
            "--pgdata=" + data.resolve("postgresql"),
            "--log=" + data.resolve("postgresql.log"),
            "--mode=immediate",
            "--wait",
            "--timeout=60"));
    Path log = data.resolve("postgresql.log");
    int exitCode =
        Signals.run(
            new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())));
    if (exitCode != 0) {
      throw new BenchFailed("PostgreSQL did not come back; see " + log);
    }
  }

  private Path program(String name) {
    try (Stream<Path> programs = Files.list(data.resolve("programs"))) {
      return programs
          .map(folder -> folder.resolve("bin").resolve(name))
          .filter(Files::isExecutable)
          .findFirst()
          .orElseThrow(() -> new BenchFailed("there is no " + name + " in " + data));
    } catch (IOException failure) {
      throw new BenchFailed("there is no " + name + " in " + data + ": " + failure);
    }
  }

  private static Path postgreSqlPid(Path data) {
    return data.resolve("postgresql/postmaster.pid");
  }

  private static Path redisPid(Path data) {
    return data.resolve("redis/redis.pid");
  }

  private static ProcessHandle process(Path pidFile) {
    return ProcessHandle.of(Long.parseLong(lines(pidFile).getFirst().strip()))
        .orElseThrow(() -> new BenchFailed("the process of " + pidFile + " is gone"));
  }

  private static String valueOf(String key, List<String> configuration) {
    return configuration.stream()
        .filter(line -> line.startsWith(key + " "))
        .map(line -> line.substring(key.length() + 1))
        .findFirst()
        .orElseThrow(() -> new BenchFailed("redis.conf names no " + key));
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException failure) {
      throw new BenchFailed(file + ": can't be read: " + failure);
    }
  }

  /** Ends both; their data goes with them, so that the database need not tidy up. */
  @Override
  public void close() {
    end(data);
  }

  private static void end(Path data) {
    end(redisPid(data), "KILL");
    end(postgreSqlPid(data), "QUIT");
  }

  private static void end(Path pidFile, String signal) {
    if (Files.exists(pidFile)) {
      Signals.end(process(pidFile), signal);
    }
  }
}
