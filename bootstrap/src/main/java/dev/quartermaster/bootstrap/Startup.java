package dev.quartermaster.bootstrap;

import dev.quartermaster.bootstrap.embedded.DataFolder;
import dev.quartermaster.bootstrap.embedded.EmbeddedPostgreSql;
import dev.quartermaster.bootstrap.embedded.EmbeddedRedis;
import dev.quartermaster.bootstrap.embedded.EmbeddedServers;
import java.nio.file.Path;
import org.jboss.logging.Logger;

/**
 * What happens once in a process, before Quarkus runs: the settings are read and checked, what they
 * leave out is started, and Quarkus is told of it by system properties.
 */
final class Startup {
  private static final Logger LOG = Logger.getLogger(Startup.class);

  private Startup() {}

  /**
   * Makes everything ready for Quarkus.
   *
   * @throws CannotStartException if a setting or the machine does not allow it
   * @throws dev.quartermaster.bootstrap.embedded.EmbeddedServerException if an embedded server does
   *     not start
   */
  static void prepare() {
    StartupConfiguration configuration = StartupConfiguration.read();
    Settings settings = Settings.read(configuration.values());
    configuration.defaultsOfEmptied().forEach(System::setProperty);
    OwnSetting.unknownIn(System.getenv().keySet())
        .forEach(name -> LOG.warnf("%s is no setting of Quartermaster; it is ignored", name));
    settings.http().requireFree();
    settings.signingKey().ifPresent(file -> useKey(OwnSetting.JWT_KEY, file));
    settings.previousSigningKey().ifPresent(file -> useKey(OwnSetting.JWT_KEY_PREVIOUS, file));
    settings.database().ifPresent(ExternalDatabase::requireReachable);
    if (settings.needsDataFolder()) {
      embed(settings);
    }
    Terminal.preferPlainLogs();
  }

  private static void embed(Settings settings) {
    Path path = DevMode.startFolder().resolve(settings.dataFolder());
    EmbeddedServers servers = new EmbeddedServers(DataFolder.hold(path));
    LastToStop.register(servers);
    if (settings.database().isEmpty()) {
      use(servers.startPostgreSql(), path);
      if (settings.signingKey().isEmpty()) {
        useKey(OwnSetting.JWT_KEY, SigningKeyFile.createUnlessExists(path.resolve("jwt-key.pem")));
      }
    }
    if (!settings.redisConfigured()) {
      use(servers.startRedis());
      if (settings.database().isPresent()) {
        LOG.warn(
            "Redis is embedded but the database is not: other nodes on it will not hear of changes and serve stale products; set QUARKUS_REDIS_HOSTS");
      }
    }
  }

  private static void use(EmbeddedPostgreSql postgreSql, Path path) {
    System.setProperty("quarkus.datasource.jdbc.url", postgreSql.jdbcUrl());
    System.setProperty("quarkus.datasource.username", postgreSql.username());
    System.setProperty("quarkus.datasource.password", postgreSql.password());
    System.setProperty(Serving.EMBEDDED_DATA, path.toString());
  }

  private static void use(EmbeddedRedis redis) {
    System.setProperty("quarkus.redis.hosts", redis.url());
    System.setProperty("quarkus.redis.password", redis.password());
  }

  private static void useKey(OwnSetting setting, Path file) {
    System.setProperty(setting.property(), SigningKeyFile.requireUsable(setting, file).toString());
  }
}
