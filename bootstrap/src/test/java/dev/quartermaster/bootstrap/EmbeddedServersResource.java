package dev.quartermaster.bootstrap;

import dev.quartermaster.bootstrap.embedded.DataFolder;
import dev.quartermaster.bootstrap.embedded.EmbeddedPostgreSql;
import dev.quartermaster.bootstrap.embedded.EmbeddedRedis;
import dev.quartermaster.bootstrap.embedded.EmbeddedServers;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The embedded servers for tests that run the application without its {@code main}, on a folder
 * that goes when they do.
 */
public class EmbeddedServersResource implements QuarkusTestResourceLifecycleManager {
  private Path folder;
  private EmbeddedServers servers;

  @Override
  public Map<String, String> start() {
    try {
      folder = Files.createTempDirectory("quartermaster-test");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    servers = new EmbeddedServers(DataFolder.hold(folder));
    EmbeddedPostgreSql postgreSql = servers.startPostgreSql();
    EmbeddedRedis redis = servers.startRedis();
    return Map.of(
        "quarkus.datasource.jdbc.url",
        postgreSql.jdbcUrl(),
        "quarkus.datasource.username",
        postgreSql.username(),
        "quarkus.datasource.password",
        postgreSql.password(),
        "quarkus.redis.hosts",
        redis.url(),
        "quarkus.redis.password",
        redis.password(),
        OwnSetting.JWT_KEY.property(),
        SigningKeyFile.createUnlessExists(folder.resolve("jwt-key.pem")).toString());
  }

  @Override
  public void stop() {
    if (servers == null) {
      return;
    }
    servers.close();
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
