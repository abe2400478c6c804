package dev.quartermaster.bootstrap;

import dev.quartermaster.oidc.identity.AllProviderSettings;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What has to be known before anything starts. Whatever the settings leave out is embedded.
 *
 * @param http where to listen
 * @param database the database to use; none for an embedded one
 * @param redisConfigured whether there is a Redis to use; else it is embedded
 * @param dataFolder where embedded servers keep their data; relative to the folder of the start
 * @param signingKey the file of the key that signs tokens; none to keep one with the embedded data
 * @param previousSigningKey the file of the keys that signed before, and are still accepted
 */
record Settings(
    HttpAddress http,
    Optional<ExternalDatabase> database,
    boolean redisConfigured,
    Path dataFolder,
    Optional<Path> signingKey,
    Optional<Path> previousSigningKey) {
  private static final int USUAL_HTTP_PORT = 8080;
  private static final String ALL_INTERFACES = "0.0.0.0";
  private static final List<String> REDIS_SCHEMES = List.of("redis", "rediss", "unix");

  /**
   * Reads and checks the settings.
   *
   * @throws CannotStartException if one is malformed, contradicts another or is missing
   */
  static Settings read(SettingValues values) {
    for (OwnSetting setting : OwnSetting.values()) {
      setting.check(values);
    }
    requireUsableProviders(values);
    requireBothOrNeither(values, OwnSetting.ADMIN_EMAIL, OwnSetting.ADMIN_PASSWORD);
    requireKeyToWhatStripeSends(values);
    Optional<ExternalDatabase> database = database(values);
    Optional<Path> signingKey = path(values, OwnSetting.JWT_KEY);
    if (database.isPresent() && signingKey.isEmpty()) {
      throw new CannotStartException(
          "%s is missing; with a database of your own it names the PEM file of the private key (EC P-256) that signs tokens, the same on every node"
              .formatted(OwnSetting.JWT_KEY.variable()));
    }
    return new Settings(
        new HttpAddress(
            values.text("quarkus.http.host").orElse(ALL_INTERFACES),
            values.port("quarkus.http.port", USUAL_HTTP_PORT)),
        database,
        redisConfigured(values),
        path(values, OwnSetting.DATA_FOLDER).orElse(Path.of("quartermaster-data")),
        signingKey,
        path(values, OwnSetting.JWT_KEY_PREVIOUS));
  }

  /** Whether anything is embedded, so that the data folder is needed. */
  boolean needsDataFolder() {
    return database.isEmpty() || !redisConfigured;
  }

  private static void requireUsableProviders(SettingValues values) {
    try {
      var _ = AllProviderSettings.read(values.names(), values.lookup());
    } catch (IllegalArgumentException unusable) {
      throw new CannotStartException(OneLine.of(unusable), unusable);
    }
  }

  private static void requireBothOrNeither(
      SettingValues values, OwnSetting first, OwnSetting second) {
    boolean hasFirst = values.text(first.property()).isPresent();
    boolean hasSecond = values.text(second.property()).isPresent();
    if (hasFirst == hasSecond) {
      return;
    }
    throw new CannotStartException(
        "%s is set but %s is missing; set both or neither"
            .formatted(
                (hasFirst ? first : second).variable(), (hasFirst ? second : first).variable()));
  }

  private static void requireKeyToWhatStripeSends(SettingValues values) {
    if (values.text(OwnSetting.STRIPE_WEBHOOK_SECRET.property()).isPresent()
        && values.text(OwnSetting.STRIPE_KEY.property()).isEmpty()) {
      throw new CannotStartException(
          "%s is set but %s is missing, without which nothing is paid by Stripe"
              .formatted(
                  OwnSetting.STRIPE_WEBHOOK_SECRET.variable(), OwnSetting.STRIPE_KEY.variable()));
    }
  }

  private static Optional<ExternalDatabase> database(SettingValues values) {
    Optional<String> url = values.text("quarkus.datasource.jdbc.url");
    Optional<String> username = values.text("quarkus.datasource.username");
    if (url.isEmpty() && username.isPresent()) {
      throw new CannotStartException(
          "QUARKUS_DATASOURCE_USERNAME is set but QUARKUS_DATASOURCE_JDBC_URL is missing; set both or neither");
    }
    return url.map(
        present ->
            new ExternalDatabase(
                present, username, values.lookup().apply("quarkus.datasource.password")));
  }

  private static boolean redisConfigured(SettingValues values) {
    Optional<String> hosts = values.text("quarkus.redis.hosts");
    hosts.ifPresent(
        text -> {
          for (String host : text.split(",", -1)) {
            if (!isRedisUrl(host.strip())) {
              throw new CannotStartException(
                  "QUARKUS_REDIS_HOSTS must be URLs such as redis://host:6379, separated by commas");
            }
          }
        });
    return hosts.isPresent();
  }

  private static boolean isRedisUrl(String text) {
    try {
      URI uri = new URI(text);
      return uri.getScheme() != null
          && REDIS_SCHEMES.contains(uri.getScheme())
          && (uri.getHost() != null || uri.getScheme().equals("unix"));
    } catch (URISyntaxException notEvenAUri) {
      return false;
    }
  }

  private static Optional<Path> path(SettingValues values, OwnSetting setting) {
    Optional<String> text = values.text(setting.property());
    try {
      return text.map(Path::of);
    } catch (InvalidPathException notAPath) {
      throw SettingValues.malformed(
          setting.property(), OneLine.of(notAPath), "must be the path of a file or folder");
    }
  }
}
