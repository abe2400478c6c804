package dev.quartermaster.oidc.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.quartermaster.domain.identity.ProviderName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllProviderSettingsTest {
  private static final String ISSUER = "https://id.example/realms/shop";

  @Test
  void readsAnyNumberOfProvidersFromTheEnvironment() {
    assertThat(
            read(
                "QUARTERMASTER_OIDC_MY_KEYCLOAK_ISSUER", ISSUER,
                "QUARTERMASTER_OIDC_MY_KEYCLOAK_CLIENT_ID", "shop",
                "QUARTERMASTER_OIDC_MY_KEYCLOAK_CLIENT_SECRET", "secret",
                "QUARTERMASTER_OIDC_API_ISSUER", "https://other.example",
                "QUARTERMASTER_OIDC_API_AUDIENCE", "shop-api",
                "QUARTERMASTER_OIDC_API_ROLES_CLAIM", "shop.roles",
                "QUARTERMASTER_DEMO_DATA", "true"))
        .containsExactly(
            new ProviderSettings(
                new ProviderName("api"),
                "https://other.example",
                Optional.empty(),
                Optional.of("shop-api"),
                Optional.of("shop.roles")),
            new ProviderSettings(
                new ProviderName("my_keycloak"),
                ISSUER,
                Optional.of(new ProviderSettings.Client("shop", Optional.of("secret"))),
                Optional.empty(),
                Optional.empty()));
  }

  @Test
  void readsPropertiesToo() {
    assertThat(
            read(
                "quartermaster.oidc.my-keycloak.issuer", "http://localhost:8180/realms/shop",
                "quartermaster.oidc.my-keycloak.client-id", "shop"))
        .extracting(ProviderSettings::name)
        .containsExactly(new ProviderName("my_keycloak"));
  }

  @Test
  void anEmptyValueCountsAsNone() {
    assertThat(read("QUARTERMASTER_OIDC_GOOGLE_ISSUER", " ")).isEmpty();
  }

  @Test
  void neverShowsASecret() {
    assertThat(
            read(
                    "QUARTERMASTER_OIDC_A_ISSUER", ISSUER,
                    "QUARTERMASTER_OIDC_A_CLIENT_ID", "shop",
                    "QUARTERMASTER_OIDC_A_CLIENT_SECRET", "hunter2")
                .toString())
        .doesNotContain("hunter2");
  }

  @Test
  void namesWhatIsMissing() {
    assertRefused(
        "QUARTERMASTER_OIDC_A_ISSUER is missing", "QUARTERMASTER_OIDC_A_CLIENT_ID", "shop");
    assertRefused(
        "QUARTERMASTER_OIDC_A_ISSUER is set but QUARTERMASTER_OIDC_A_CLIENT_ID is missing",
        "QUARTERMASTER_OIDC_A_ISSUER",
        ISSUER);
    assertRefused(
        "QUARTERMASTER_OIDC_A_CLIENT_SECRET is set but QUARTERMASTER_OIDC_A_CLIENT_ID is missing",
        "QUARTERMASTER_OIDC_A_CLIENT_SECRET",
        "secret");
    assertRefused(
        "QUARTERMASTER_OIDC_A_ROLES_CLAIM is set but QUARTERMASTER_OIDC_A_AUDIENCE is missing",
        "QUARTERMASTER_OIDC_A_ROLES_CLAIM",
        "roles");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id.example",
        "http://id.example",
        "https:///realms/shop",
        "https://id.example?realm=shop",
        "https://user@id.example",
        "https://id.example/a b",
        "ftp://localhost",
      })
  void refusesAnIssuerThatCannotBeOne(String issuer) {
    assertRefused(
        "QUARTERMASTER_OIDC_A_ISSUER is '" + issuer + "' but must be",
        "QUARTERMASTER_OIDC_A_ISSUER",
        issuer,
        "QUARTERMASTER_OIDC_A_CLIENT_ID",
        "shop");
  }

  @Test
  void refusesOneTrustedIssuerTwice() {
    assertRefused(
        "QUARTERMASTER_OIDC_A_AUDIENCE and QUARTERMASTER_OIDC_B_AUDIENCE",
        "QUARTERMASTER_OIDC_A_ISSUER",
        ISSUER,
        "QUARTERMASTER_OIDC_A_AUDIENCE",
        "shop",
        "QUARTERMASTER_OIDC_B_ISSUER",
        ISSUER,
        "QUARTERMASTER_OIDC_B_AUDIENCE",
        "shop");
  }

  @Test
  void knowsItsVariables() {
    assertThat(AllProviderSettings.include("QUARTERMASTER_OIDC_A_B_CLIENT_ID")).isTrue();
    assertThat(AllProviderSettings.include("QUARTERMASTER_OIDC_CLIENT_ID")).isFalse();
    assertThat(AllProviderSettings.include("QUARTERMASTER_OIDC_A_CLIENTID")).isFalse();
    assertThat(AllProviderSettings.include("quartermaster.oidc.a.issuer")).isFalse();
  }

  private static void assertRefused(String message, String... propertiesAndValues) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(propertiesAndValues))
        .withMessageStartingWith(message);
  }

  private static List<ProviderSettings> read(String... propertiesAndValues) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < propertiesAndValues.length; i += 2) {
      values.put(propertiesAndValues[i], propertiesAndValues[i + 1]);
    }
    return AllProviderSettings.read(
        values.keySet(), property -> Optional.ofNullable(values.get(property)));
  }
}
