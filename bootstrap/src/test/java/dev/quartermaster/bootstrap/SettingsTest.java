package dev.quartermaster.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

  @Test
  void nothingSetEmbedsEverything() {
    Settings settings = read();

    assertThat(settings.http()).isEqualTo(new HttpAddress("0.0.0.0", 8080));
    assertThat(settings.database()).isEmpty();
    assertThat(settings.redisConfigured()).isFalse();
    assertThat(settings.dataFolder()).isEqualTo(Path.of("quartermaster-data"));
    assertThat(settings.signingKey()).isEmpty();
    assertThat(settings.needsDataFolder()).isTrue();
  }

  @Test
  void everythingSetNeedsNoDataFolder() {
    Settings settings =
        read(
            "quarkus.datasource.jdbc.url", "jdbc:postgresql://db.example/shop",
            "quarkus.datasource.username", "shop",
            "quarkus.datasource.password", " kept as it is ",
            "quarkus.redis.hosts", "redis://one.example:6379, rediss://two.example:6380",
            "quartermaster.jwt.key", "key.pem",
            "quarkus.http.host", "127.0.0.1",
            "quarkus.http.port", "0");

    assertThat(settings.needsDataFolder()).isFalse();
    assertThat(settings.http()).isEqualTo(new HttpAddress("127.0.0.1", 0));
    assertThat(settings.signingKey()).contains(Path.of("key.pem"));
    assertThat(settings.database())
        .contains(
            new ExternalDatabase(
                "jdbc:postgresql://db.example/shop",
                Optional.of("shop"),
                Optional.of(" kept as it is ")));
  }

  @Test
  void anEmptyValueCountsAsNone() {
    assertThat(read("quarkus.datasource.jdbc.url", " ", "quarkus.redis.hosts", ""))
        .isEqualTo(read());
  }

  @Test
  void aDatabaseOfOnesOwnNeedsAKey() {
    assertThatThrownBy(() -> read("quarkus.datasource.jdbc.url", "jdbc:postgresql://h/d"))
        .isInstanceOf(CannotStartException.class)
        .hasMessageStartingWith("QUARTERMASTER_JWT_KEY is missing");
  }

  @Test
  void aKeyInPlaceOfItsFileIsRefusedAndNotShown() {
    assertThatThrownBy(() -> read("quartermaster.jwt.key", "-----BEGIN PRIVATE KEY-----\nMIGHAgEA"))
        .isInstanceOf(CannotStartException.class)
        .hasMessage("QUARTERMASTER_JWT_KEY must be the path of a file, not its content");
  }

  @Test
  void aUserWithoutADatabaseIsAContradiction() {
    assertThatThrownBy(() -> read("quarkus.datasource.username", "shop"))
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining("QUARKUS_DATASOURCE_JDBC_URL is missing");
  }

  @ParameterizedTest
  @CsvSource({
    "quartermaster.admin.email, a@b.example, QUARTERMASTER_ADMIN_PASSWORD",
    "quartermaster.admin.password, long enough, QUARTERMASTER_ADMIN_EMAIL",
  })
  void halfAnAdministratorNamesTheOtherHalf(String property, String value, String missing) {
    assertThatThrownBy(() -> read(property, value))
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining(missing + " is missing");
  }

  @ParameterizedTest
  @CsvSource({
    "quarkus.http.port, 65536, QUARKUS_HTTP_PORT",
    "quarkus.http.port, -1, QUARKUS_HTTP_PORT",
    "quarkus.http.port, eighty, QUARKUS_HTTP_PORT",
    "quarkus.redis.hosts, localhost:6379, QUARKUS_REDIS_HOSTS",
    "quarkus.redis.hosts, 'redis://a:1,', QUARKUS_REDIS_HOSTS",
    "quarkus.datasource.jdbc.url, jdbc:mysql://h/d, QUARKUS_DATASOURCE_JDBC_URL",
    "quarkus.datasource.jdbc.url, jdbc:postgresql://h:port/d, QUARKUS_DATASOURCE_JDBC_URL",
    "quartermaster.demo.data, yes, QUARTERMASTER_DEMO_DATA",
    "quartermaster.admin.email, nobody, QUARTERMASTER_ADMIN_EMAIL",
    "quartermaster.oidc.google.issuer, accounts.google.com, QUARTERMASTER_OIDC_GOOGLE_ISSUER",
    "QUARTERMASTER_OIDC_GOOGLE_CLIENT_ID, shop, QUARTERMASTER_OIDC_GOOGLE_ISSUER",
    "quartermaster.stripe.key, pk_live_1, QUARTERMASTER_STRIPE_KEY",
    "quartermaster.stripe.webhook-secret, whsec_1, QUARTERMASTER_STRIPE_WEBHOOK_SECRET",
  })
  void aMalformedValueIsRefusedByName(String property, String value, String variable) {
    assertThatThrownBy(() -> read(property, value))
        .isInstanceOf(CannotStartException.class)
        .hasMessageStartingWith(variable + " ")
        .message()
        .doesNotContain("\n");
  }

  @Test
  void credentialsInTheDatabasesUrlAreNotShown() {
    ExternalDatabase database =
        new ExternalDatabase(
            "jdbc:postgresql://h/d?user=u&password=secret", Optional.empty(), Optional.of("other"));

    assertThat(database.location()).isEqualTo("jdbc:postgresql://h/d");
    assertThat(database).hasToString("jdbc:postgresql://h/d");
  }

  private static Settings read(String... propertiesAndValues) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < propertiesAndValues.length; i += 2) {
      values.put(propertiesAndValues[i], propertiesAndValues[i + 1]);
    }
    return Settings.read(
        new SettingValues(values.keySet(), property -> Optional.ofNullable(values.get(property))));
  }
}
