package dev.quartermaster.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quartermaster.domain.shared.RatePolicy;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OwnSettingTest {

  @ParameterizedTest
  @CsvSource({
    "PUBLIC_URL, http://localhost:8080/shop/",
    "MAIL_FROM, no-reply@shop.example",
    "MAIL_FROM, The Shop <no-reply@shop.example>",
    "DEMO_DATA, true",
    "DEMO_DATA, false",
    "RATE_LIMIT_API, 100/15m",
    "RATE_LIMIT_API, off",
    "RATE_LIMIT_LOGIN, 5/1h",
    "RATE_LIMIT_SIGNUP, 10/1d",
    "RATE_LIMIT_MAIL, 5/30s",
    "LOCKOUT_ACCOUNT, 1",
    "LOCKOUT_ADDRESS, 999999999",
    "TRUSTED_PROXIES, '10.0.0.0/8, ::1'",
    "CORS_ORIGINS, 'https://shop.example, http://localhost:3000'",
    "CORS_ORIGINS, *",
    "LIVE_HEARTBEAT, 1",
    "LIVE_HEARTBEAT, 300",
    "ADMIN_PASSWORD, 12345678",
    "PUBLIC_URL, https://example.com/shop",
    "JWT_KEY_PREVIOUS, old-key.pem",
    "ARGON2_MEMORY, 7168",
    "ARGON2_MEMORY, 262144",
    "ARGON2_ITERATIONS, 1",
    "ARGON2_PARALLELISM, 16",
    "STRIPE_KEY, sk_test_4eC39HqLyjWDarjtT1zdp7dc",
    "STRIPE_KEY, rk_live_4eC39HqLyjWDarjtT1zdp7dc",
    "STRIPE_ADDRESS, https://api.stripe.com",
    "STRIPE_ADDRESS, http://localhost:12111",
    "STRIPE_WEBHOOK_SECRET, whsec_c3R1Yg==",
    "KAFKA_BOOTSTRAP, kafka-1.example:9092",
    "KAFKA_BOOTSTRAP, [::1]:9092",
    "KAFKA_TOPIC, shop.events",
    "WEBHOOK_ALLOWED_NETWORKS, '10.0.0.0/8, ::1'",
  })
  void takesWhatMakesSense(OwnSetting setting, String value) {
    assertThatCode(() -> check(setting, value)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "WEBHOOK_ALLOWED_NETWORKS, localhost",
    "PUBLIC_URL, ftp://shop.example",
    "MAIL_FROM, The Shop",
    "MAIL_FROM, <no-reply@shop.example> The Shop",
    "DEMO_DATA, TRUE",
    "RATE_LIMIT_API, 100",
    "RATE_LIMIT_API, 0/15m",
    "RATE_LIMIT_LOGIN, 5/h",
    "LOCKOUT_ACCOUNT, 0",
    "LOCKOUT_ACCOUNT, off",
    "LOCKOUT_ADDRESS, 1000000000",
    "TRUSTED_PROXIES, proxy.example",
    "TRUSTED_PROXIES, '10.0.0.1,'",
    "TRUSTED_PROXIES, 10.0.0.0/33",
    "TRUSTED_PROXIES, 10.0.0.256",
    "CORS_ORIGINS, shop.example",
    "CORS_ORIGINS, 'https://shop.example, *'",
    "CORS_ORIGINS, https://shop.example/path",
    "LIVE_HEARTBEAT, 0",
    "LIVE_HEARTBEAT, 15s",
    "ADMIN_EMAIL, a b@c.example",
    "ADMIN_PASSWORD, 1234567",
    "PUBLIC_URL, shop.example",
    "PUBLIC_URL, https://shop.example?a=b",
    "JWT_KEY_PREVIOUS, -----BEGIN PRIVATE KEY-----",
    "ARGON2_MEMORY, 7167",
    "ARGON2_MEMORY, 262145",
    "ARGON2_MEMORY, 19 MiB",
    "ARGON2_MEMORY, 99999999999",
    "ARGON2_ITERATIONS, 0",
    "ARGON2_ITERATIONS, 21",
    "ARGON2_PARALLELISM, 0",
    "ARGON2_PARALLELISM, 17",
    "STRIPE_KEY, pk_live_4eC39HqLyjWDarjtT1zdp7dc",
    "STRIPE_KEY, sk_live 4eC39HqLyjWDarjtT1zdp7dc",
    "STRIPE_ADDRESS, api.stripe.com",
    "STRIPE_WEBHOOK_SECRET, c3R1Yg==",
    "KAFKA_BOOTSTRAP, kafka-1.example",
    "KAFKA_BOOTSTRAP, http://kafka-1.example:9092",
    "KAFKA_TOPIC, shop/events",
  })
  void refusesWhatDoesNot(OwnSetting setting, String value) {
    assertThatThrownBy(() -> check(setting, value))
        .isInstanceOf(CannotStartException.class)
        .hasMessageStartingWith(setting.variable() + " ");
  }

  @Test
  void neverShowsAPassword() {
    assertThatThrownBy(() -> check(OwnSetting.ADMIN_PASSWORD, "hunter2"))
        .message()
        .doesNotContain("hunter2");
  }

  @ParameterizedTest
  @EnumSource(names = {"STRIPE_KEY", "STRIPE_WEBHOOK_SECRET"})
  void neverShowsASecretOfStripe(OwnSetting setting) {
    assertThatThrownBy(() -> check(setting, "hunter2")).message().doesNotContain("hunter2");
  }

  @ParameterizedTest
  @EnumSource
  void everyRatePolicyHasItsSetting(RatePolicy policy) {
    assertThat(OwnSetting.values())
        .extracting(OwnSetting::property)
        .contains("quartermaster.rate-limit." + policy.code());
  }

  @Test
  void findsSlipsOfThePen() {
    assertThat(
            OwnSetting.unknownIn(
                List.of(
                    "QUARTERMASTER_DEMODATA",
                    "QUARTERMASTER_DEMO_DATA",
                    "QUARTERMASTER_OIDC_MY_KEYCLOAK_CLIENT_ID",
                    "QUARTERMASTER_OIDC_KEYCLOAK_CLIENTID",
                    "PATH")))
        .containsExactly("QUARTERMASTER_DEMODATA", "QUARTERMASTER_OIDC_KEYCLOAK_CLIENTID");
  }

  private static void check(OwnSetting setting, String value) {
    setting.check(
        new SettingValues(
            List.of(setting.property()),
            property ->
                property.equals(setting.property()) ? Optional.of(value) : Optional.empty()));
  }
}
