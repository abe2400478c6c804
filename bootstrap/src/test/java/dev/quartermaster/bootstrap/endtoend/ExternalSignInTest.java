package dev.quartermaster.bootstrap.endtoend;

import static dev.quartermaster.bootstrap.endtoend.Shop.API;
import static dev.quartermaster.bootstrap.endtoend.Shop.anonymous;
import static dev.quartermaster.bootstrap.endtoend.Shop.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Signing in at a provider, and what its tokens open, at the running application's door. */
@EndToEnd
@QuarkusTestResource(value = SignInIssuer.class, restrictToAnnotatedClass = true)
class ExternalSignInTest {
  private static final String OIDC = API + "/auth/oidc";

  private final String subject = UUID.randomUUID().toString();
  private final String email = Shop.newEmail();

  @Test
  void listsWhereToSignIn() {
    anonymous()
        .get(OIDC)
        .then()
        .statusCode(200)
        .body("data.name", equalTo(List.of("away", "stub")))
        .body("data[1].links.signIn", equalTo(OIDC + "/stub"));
  }

  @Test
  void sendsTheBrowserToTheProviderWithASealedTicket() {
    Response sent = begin();

    assertThat(sent.header("Location")).startsWith(issuer().issuer() + "/authorize?");
    assertThat(SignInIssuer.parameters(sent.header("Location")))
        .containsEntry("redirect_uri", "https://shop.example/base/api/v1/auth/oidc/stub/callback")
        .containsEntry("code_challenge_method", "S256");
    assertThat(sent.header("Cache-Control")).isEqualTo("no-store");
    Cookie ticket = ticket(sent);
    assertThat(ticket.isHttpOnly()).isTrue();
    assertThat(ticket.isSecured()).isTrue();
    assertThat(ticket.getSameSite()).isEqualTo("Lax");
    assertThat(ticket.getMaxAge()).isEqualTo(600);
    assertThat(ticket.getPath()).isEqualTo("/base/api/v1/auth/oidc/stub");
    assertThat(ticket.getValue()).doesNotContain(state(sent));
  }

  @Test
  void theHeaderHostDoesNotSayWhereToComeBackTo() {
    String location =
        anonymous()
            .redirects()
            .follow(false)
            .header("X-Forwarded-Host", "evil.example")
            .header("Forwarded", "host=evil.example")
            .get(OIDC + "/stub")
            .header("Location");

    assertThat(SignInIssuer.parameters(location).get("redirect_uri"))
        .startsWith("https://shop.example/base/");
  }

  @Test
  void whoeverComesBackIsSignedInAndStaysTheSame() {
    Map<String, Object> first = signIn().statusCode(200).extract().path("$");
    assertThat(first).containsEntry("tokenType", "Bearer").containsEntry("expiresIn", 900);
    as((String) first.get("token"))
        .get(API + "/users/me")
        .then()
        .statusCode(200)
        .body("email", equalTo(email))
        .body("name", equalTo("Ada Lovelace"))
        .body("emailVerified", equalTo(true))
        .body("roles", equalTo(List.of("customer")));

    Map<String, Object> second = signIn().statusCode(200).extract().path("$");
    assertThat(second.get("user")).isEqualTo(first.get("user"));

    anonymous()
        .body(Map.of("refreshToken", second.get("refreshToken")))
        .post(API + "/auth/refresh")
        .then()
        .statusCode(200)
        .body("token", notNullValue());
  }

  @Test
  void anAnswerWithTokensIsKeptNowhereAndTakesTheTicketBack() {
    Response sent = begin();
    Response answer = complete(code(sent), state(sent), ticket(sent).getValue());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(ticket(answer).getMaxAge()).isZero();
    assertThat(ticket(answer).getPath()).isEqualTo("/base/api/v1/auth/oidc/stub");
  }

  @Test
  void whatProvidersAddToTheAddressIsIgnored() {
    Response sent = begin();

    anonymous()
        .cookie(ticket(sent).getName(), ticket(sent).getValue())
        .queryParam("code", code(sent))
        .queryParam("state", state(sent))
        .queryParam("session_state", "x")
        .queryParam("iss", issuer().issuer())
        .get(OIDC + "/stub/callback")
        .then()
        .statusCode(200);
  }

  @Test
  void refusesAForgedState() {
    Response sent = begin();

    assertFailed(complete(code(sent), "forged", ticket(sent).getValue()));
  }

  @Test
  void refusesAnotherBrowser() {
    Response attackers = begin();
    String code = code(attackers);

    assertFailed(complete(code, state(attackers), ticket(begin()).getValue()));
    assertFailed(complete(code, state(attackers), "forged"));
    assertFailed(
        anonymous()
            .queryParam("code", code)
            .queryParam("state", state(attackers))
            .get(OIDC + "/stub/callback"));
  }

  @Test
  void refusesAReplay() {
    Response sent = begin();
    String code = code(sent);
    complete(code, state(sent), ticket(sent).getValue()).then().statusCode(200);

    assertFailed(complete(code, state(sent), ticket(sent).getValue()));
  }

  @Test
  void refusesWhomTheProviderRefuses() {
    Response sent = begin();

    assertFailed(
        anonymous()
            .cookie(ticket(sent).getName(), ticket(sent).getValue())
            .queryParam("error", "access_denied")
            .queryParam("error_description", "no")
            .queryParam("state", state(sent))
            .get(OIDC + "/stub/callback"));
    assertFailed(anonymous().get(OIDC + "/stub/callback"));
  }

  @Test
  void refusesAnAddressThatTheProviderDoesNotVouchFor() {
    Response sent = begin();
    String code = issuer().signIn(sent.header("Location"), subject, email, false);

    complete(code, state(sent), ticket(sent).getValue())
        .then()
        .statusCode(403)
        .body("code", equalTo("external-email-unverified"));
  }

  @Test
  void refusesAnAccountThatSomebodyOpenedInAdvance() {
    anonymous()
        .body(Map.of("name", "Eve", "email", email, "password", Shop.PASSWORD))
        .post(API + "/users")
        .then()
        .statusCode(201);

    signIn().statusCode(409).body("code", equalTo("account-email-unverified"));
  }

  @Test
  void aProviderThatIsAwayIsUnavailable() {
    anonymous()
        .redirects()
        .follow(false)
        .get(OIDC + "/" + SignInIssuer.AWAY)
        .then()
        .statusCode(503)
        .header("Retry-After", notNullValue())
        .body("code", equalTo("unavailable"))
        .body("detail", containsString("away"));
  }

  @Test
  void knowsNoOtherProvider() {
    for (String unknown : List.of("unknown", "STUB", "a;b", "..%2F")) {
      anonymous().urlEncodingEnabled(false).get(OIDC + "/" + unknown).then().statusCode(404);
    }
  }

  @Test
  void aTrustedIssuersTokenIsAcceptedWithItsRoles() {
    String token = issuer().accessToken(subject, email, "staff", "offline_access");

    String id =
        as(token)
            .get(API + "/users/me")
            .then()
            .statusCode(200)
            .body("email", equalTo(email))
            .extract()
            .path("id");
    as(token).get(API + "/users").then().statusCode(200);
    as(issuer().accessToken(subject, email)).get(API + "/users").then().statusCode(403);

    Map<String, Object> user = signIn().statusCode(200).extract().path("user");
    assertThat(user).containsEntry("id", id);
  }

  @Test
  void aTrustedIssuersTokenChangesThings() {
    String token = issuer().accessToken(subject, email, "admin");

    String product = Shop.newProduct(token, 3);
    as(token).body(Shop.orderOf(product, 1)).post(API + "/orders").then().statusCode(201);
  }

  @Test
  void aTrustedIssuersTokenIsNoSessionOfABrowser() {
    String token = issuer().accessToken(subject, email);

    for (Response answer :
        List.of(as(token).get(API + "/auth/session"), as(token).delete(API + "/auth/session"))) {
      answer
          .then()
          .statusCode(401)
          .body("code", equalTo("unauthorized"))
          .body("detail", containsString("belongs to no session"));
    }
    as(token).get(API + "/users/me").then().statusCode(200);
  }

  @Test
  void refusesForeignTokensThatDoNotHold() {
    JsonObject claims =
        issuer()
            .claims(subject, email, true)
            .put("aud", "shop-api")
            .put("realm_access", new JsonObject().put("roles", List.of("admin")));
    assertUnauthorized(issuer().signed(claims.copy().put("iss", "https://other.example")));
    assertUnauthorized(issuer().signed(claims.copy().put("iss", 7)));
    assertUnauthorized(issuer().signed(claims.copy().put("aud", "another")));
    assertUnauthorized(issuer().signed(claims.copy().put("exp", 1_000)));
    assertUnauthorized(issuer().signed(claims.copy().put("iss", "quartermaster")));
    String signed = issuer().signed(claims);
    assertUnauthorized(signed.substring(0, signed.lastIndexOf('.') + 1));
    assertUnauthorized(signed.substring(0, signed.length() - 8) + "AAAAAAAA");
    as(signed).get(API + "/users").then().statusCode(200);
  }

  @Test
  void ourOwnTokensGoOn() {
    as(Shop.newCustomer()).get(API + "/users/me").then().statusCode(200);
  }

  @Test
  void aTokenOfSomebodyWithoutAVerifiedAddressSaysWhatIsMissing() {
    String token = issuer().signed(issuer().claims(subject, email, false).put("aud", "shop-api"));

    as(token)
        .get(API + "/users/me")
        .then()
        .statusCode(403)
        .body("code", equalTo("external-email-unverified"));
  }

  private static SignInIssuer issuer() {
    return SignInIssuer.running();
  }

  private static Response begin() {
    Response sent = anonymous().redirects().follow(false).get(OIDC + "/stub");
    assertThat(sent.statusCode()).isEqualTo(303);
    return sent;
  }

  private static String state(Response sent) {
    return SignInIssuer.parameters(sent.header("Location")).get("state");
  }

  private static Cookie ticket(Response sent) {
    return sent.detailedCookie("quartermaster-oidc-stub");
  }

  private String code(Response sent) {
    return issuer().signIn(sent.header("Location"), subject, email, true);
  }

  private ValidatableResponse signIn() {
    Response sent = begin();
    return complete(code(sent), state(sent), ticket(sent).getValue()).then();
  }

  private static Response complete(String code, String state, String ticket) {
    return anonymous()
        .cookie("quartermaster-oidc-stub", ticket)
        .queryParam("code", code)
        .queryParam("state", state)
        .get(OIDC + "/stub/callback");
  }

  private static void assertFailed(Response answer) {
    answer
        .then()
        .statusCode(400)
        .body("code", equalTo("oidc-sign-in-failed"))
        .body("detail", containsString("Start the sign-in again"));
  }

  private static void assertUnauthorized(String token) {
    as(token).get(API + "/users").then().statusCode(401).body("code", equalTo("unauthorized"));
  }
}
