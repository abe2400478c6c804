package dev.quartermaster.bootstrap.packaged;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * What the data folder of a node tells of its embedded servers.
 *
 * @param folder the data folder
 */
record NodeData(Path folder) {
  private static final int LINE_OF_PORT = 3;
  private static final String USERNAME = "quartermaster";

  Path postgreSqlPidFile() {
    return folder.resolve("postgresql/postmaster.pid");
  }

  Path redisPidFile() {
    return folder.resolve("redis/redis.pid");
  }

  /** The servers that run. */
  List<ProcessTree> servers() throws IOException {
    return List.of(find(postgreSqlPidFile()), find(redisPidFile())).stream()
        .flatMap(Optional::stream)
        .toList();
  }

  ProcessTree postgreSql() throws IOException {
    return find(postgreSqlPidFile()).orElseThrow();
  }

  ProcessTree redis() throws IOException {
    return find(redisPidFile()).orElseThrow();
  }

  Connection connect() throws IOException, SQLException {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(jdbcUrl());
    source.setUser(USERNAME);
    source.setPassword(password());
    return source.getConnection();
  }

  /** The settings of another node that shares the servers and the key. */
  Map<String, String> settingsOfAnotherNode() throws IOException {
    List<String> redis = Files.readAllLines(folder.resolve("redis/redis.conf"));
    return Map.of(
        "QUARKUS_DATASOURCE_JDBC_URL",
        jdbcUrl(),
        "QUARKUS_DATASOURCE_USERNAME",
        USERNAME,
        "QUARKUS_DATASOURCE_PASSWORD",
        password(),
        "QUARKUS_REDIS_HOSTS",
        "redis://127.0.0.1:" + valueOf("port", redis),
        "QUARKUS_REDIS_PASSWORD",
        valueOf("requirepass", redis),
        "QUARTERMASTER_JWT_KEY",
        folder.resolve("jwt-key.pem").toString());
  }

  String jdbcUrl() throws IOException {
    String port = Files.readAllLines(postgreSqlPidFile()).get(LINE_OF_PORT).strip();
    return "jdbc:postgresql://127.0.0.1:%s/quartermaster".formatted(port);
  }

  private String password() throws IOException {
    return Files.readString(folder.resolve("postgresql.password")).strip();
  }

  private static String valueOf(String key, List<String> configuration) {
    return configuration.stream()
        .filter(line -> line.startsWith(key + " "))
        .map(line -> line.substring(key.length() + 1))
        .findFirst()
        .orElseThrow();
  }

  /** A pid file may outlive its server, and its number go to a stranger, who is not to be hurt. */
  private Optional<ProcessTree> find(Path pidFile) throws IOException {
    if (!Files.exists(pidFile)) {
      return Optional.empty();
    }
    Path programs = folder.toRealPath().resolve("programs");
    long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
    return ProcessHandle.of(pid)
        .filter(
            process ->
                process
                    .info()
                    .command()
                    .filter(program -> Path.of(program).startsWith(programs))
                    .isPresent())
        .map(ProcessTree::new);
  }
}
