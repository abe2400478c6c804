package dev.quartermaster.bootstrap.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People of a real Keycloak at the package's door; run by the Maven profile {@code keycloak}. */
@Tag("keycloak")
class SignInAtKeycloakIT {
  private static final String SIGN_IN = "/api/v1/auth/oidc/keycloak";

  @TempDir private static Path home;
  private static RunningKeycloak keycloak;
  private static RunningNode node;

  @BeforeAll
  static void start() throws IOException {
    keycloak = RunningKeycloak.start(home);
    node =
        RunningNode.start(
            home.resolve("node"),
            Map.of(
                "QUARTERMASTER_PUBLIC_URL", "https://shop.example",
                "QUARTERMASTER_OIDC_KEYCLOAK_ISSUER", keycloak.issuer(),
                "QUARTERMASTER_OIDC_KEYCLOAK_CLIENT_ID", "quartermaster",
                "QUARTERMASTER_OIDC_KEYCLOAK_CLIENT_SECRET", "not-so-secret",
                "QUARTERMASTER_OIDC_KEYCLOAK_AUDIENCE", "quartermaster-api"));
  }

  @AfterAll
  static void stop() throws IOException {
    if (node != null) {
      node.close();
    }
    if (keycloak != null) {
      keycloak.close();
    }
  }

  @Test
  void whoeverSignsInThereIsSignedInHere() throws IOException {
    Answer tokens = signIn("grace", "grace's password").expecting(200);

    assertThat(tokens.json().getString("user.name")).isEqualTo("Grace Hopper");
    Answer me =
        new Caller(node.address(), tokens.json().getString("token"))
            .get("/api/v1/users/me")
            .expecting(200);
    assertThat(me.json().getString("email")).isEqualTo("grace@example.com");
    assertThat(me.json().getBoolean("emailVerified")).isTrue();
    assertThat(me.json().<String>getList("roles")).isEqualTo(List.of("customer"));
  }

  @Test
  void anAddressThatIsNotVerifiedThereOpensNothingHere() throws IOException {
    assertThat(signIn("eve", "eve's password").expecting(403).json().getString("code"))
        .isEqualTo("external-email-unverified");
  }

  @Test
  void aTokenWithARealmsRoleOpensWhatTheRoleAllows() throws IOException {
    Caller grace = new Caller(node.address(), keycloak.accessToken("grace", "grace's password"));

    grace.get("/api/v1/users").expecting(200);
    String id = grace.get("/api/v1/users/me").expecting(200).json().getString("id");
    assertThat(signIn("grace", "grace's password").expecting(200).json().getString("user.id"))
        .isEqualTo(id);
  }

  private static Answer signIn(String username, String password) throws IOException {
    Answer sent = Caller.anonymous(node).get(SIGN_IN).expecting(303);
    String ticket = sent.header("Set-Cookie").orElseThrow();
    URI back =
        keycloak.signIn(URI.create(sent.header("Location").orElseThrow()), username, password);
    assertThat(back.toString()).startsWith("https://shop.example" + SIGN_IN + "/callback?");
    return Caller.anonymous(node)
        .get(
            back.getRawPath() + "?" + back.getRawQuery(),
            Map.of("Cookie", ticket.substring(0, ticket.indexOf(';'))));
  }
}
