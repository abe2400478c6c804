package dev.quartermaster.bootstrap.endtoend;

import static dev.quartermaster.bootstrap.endtoend.Shop.API;
import static dev.quartermaster.bootstrap.endtoend.Shop.anonymous;
import static dev.quartermaster.bootstrap.endtoend.Shop.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.restassured.http.ContentType;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A browser keeps its session in a cookie, and its page shows that it asks for changes. */
@EndToEnd
class BrowserSessionsTest {
  private static final String SESSION = API + "/auth/session";
  private static final String SESSIONS = API + "/users/me/sessions";
  private static final String ME = API + "/users/me";
  private static final String COOKIE = "__Host-quartermaster-session";
  private static final int WEEK = 7 * 24 * 60 * 60;

  private String email = "";

  @BeforeEach
  void signUp() {
    email = Shop.signedUp();
  }

  @Test
  void aRefreshTokenIsExchangedForACookieThatNoScriptReads() {
    String refreshToken = Shop.logIn(email, Shop.PASSWORD).path("refreshToken");

    Response opened = open(Map.of("refreshToken", refreshToken));

    opened
        .then()
        .statusCode(200)
        .header("Cache-Control", "no-store")
        .body("user.email", equalTo(email))
        .body("user.roles", equalTo(List.of("customer")))
        .body("links.self", equalTo(SESSION))
        .body("links.end", equalTo(SESSION))
        .body("$", not(hasKey("mfaRequired")));
    Cookie cookie = opened.detailedCookie(COOKIE);
    assertThat(cookie.isHttpOnly()).isTrue();
    assertThat(cookie.isSecured()).isTrue();
    assertThat(cookie.getSameSite()).isEqualTo("Lax");
    assertThat(cookie.getPath()).isEqualTo("/");
    assertThat(cookie.hasDomain()).isFalse();
    assertThat(cookie.getMaxAge()).isEqualTo(WEEK);
    assertThat(opened.asString()).doesNotContain(cookie.getValue());
    assertThat(Instant.parse(opened.path("expiresAt")))
        .isBetween(Instant.now().plusSeconds(WEEK - 60), Instant.now().plusSeconds(WEEK));

    // A repetition in time gets the same session; the refresh token is of no further use.
    assertThat(open(Map.of("refreshToken", refreshToken)).cookie(COOKIE))
        .isEqualTo(cookie.getValue());
  }

  @Test
  void aPasswordOpensOneToo() {
    Browser browser = Browser.of(open(credentials()));

    browser.reading().get(ME).then().statusCode(200).body("email", equalTo(email));
  }

  @Test
  void aSecondFactorIsAskedForBeforeThereIsACookie() {
    String token = Shop.logIn(email, Shop.PASSWORD).path("token");
    AuthenticatorApp app =
        new AuthenticatorApp(
            as(token)
                .body(Map.of("password", Shop.PASSWORD))
                .post(API + "/auth/mfa/totp")
                .path("secret"));
    as(token)
        .body(Map.of("code", app.code(0)))
        .post(API + "/auth/mfa/totp/confirm")
        .then()
        .statusCode(200);

    Response firstStep = open(credentials());

    firstStep
        .then()
        .statusCode(200)
        .body("mfaRequired", equalTo(true))
        .body("expiresIn", equalTo(300))
        .body("$", not(hasKey("csrfToken")));
    assertThat(firstStep.cookies()).isEmpty();
    String refreshToken =
        anonymous()
            .body(Map.of("mfaToken", firstStep.path("mfaToken"), "code", app.code(1)))
            .post(API + "/auth/login/mfa")
            .then()
            .statusCode(200)
            .extract()
            .path("refreshToken");
    Browser.of(open(Map.of("refreshToken", refreshToken)))
        .reading()
        .get(ME)
        .then()
        .statusCode(200)
        .body("mfaEnabled", equalTo(true));
  }

  @Test
  void opensNothingWithoutOneWholeProof() {
    open(Map.of())
        .then()
        .statusCode(400)
        .body("errors.field", equalTo(List.of("email", "password")));
    open(Map.of("email", email))
        .then()
        .statusCode(400)
        .body("errors.field", equalTo(List.of("password")));
    open(Map.of("refreshToken", "none", "email", email, "password", Shop.PASSWORD))
        .then()
        .statusCode(400)
        .body("errors.field", equalTo(List.of("refreshToken")));
    open(Map.of("refreshToken", "none"))
        .then()
        .statusCode(401)
        .body("code", equalTo("invalid-refresh-token"));
    Response wrong = open(Map.of("email", email, "password", "wrong-horse-battery"));
    wrong.then().statusCode(401).body("code", equalTo("invalid-credentials"));
    assertThat(wrong.cookies()).isEmpty();
  }

  /** A form of another site's page can send these without asking the server first. */
  @Test
  void noFormSignsAnybodyIn() {
    for (ContentType type : List.of(ContentType.TEXT, ContentType.URLENC)) {
      anonymous()
          .contentType(type)
          .body("{\"email\":\"" + email + "\",\"password\":\"" + Shop.PASSWORD + "\"}")
          .post(SESSION)
          .then()
          .statusCode(415);
    }
  }

  @Test
  void changesNeedTheTokenOfThisVerySession() {
    Browser browser = newBrowser();
    Browser other = newBrowser();

    for (RequestSpecification forged :
        List.of(
            browser.reading(),
            browser.reading().header("X-CSRF-Token", ""),
            browser.reading().header("X-CSRF-Token", "forged"),
            browser.reading().header("X-CSRF-Token", other.csrfToken()),
            browser.reading().header("X-CSRF-Token", browser.cookie()))) {
      rename(forged, "Mallory")
          .then()
          .statusCode(403)
          .contentType("application/problem+json")
          .body("code", equalTo("csrf-token-invalid"));
    }
    browser.reading().delete(SESSION).then().statusCode(403);
    browser.reading().post(API + "/auth/logout-all").then().statusCode(403);
    browser.reading().get(ME).then().statusCode(200).body("name", equalTo("Ada"));

    rename(browser.changing(), "Ada King").then().statusCode(200);
    browser.reading().get(ME).then().statusCode(200).body("name", equalTo("Ada King"));
  }

  @Test
  void readingNeedsNoToken() {
    Browser browser = newBrowser();

    browser.reading().get(ME).then().statusCode(200);
    browser.reading().head(ME).then().statusCode(200);
    browser
        .reading()
        .get(SESSION)
        .then()
        .statusCode(200)
        .header("Cache-Control", "no-store")
        .body("user.email", equalTo(email))
        .body("csrfToken", equalTo(browser.csrfToken()));
    anonymous().get(SESSION).then().statusCode(401);
  }

  @Test
  void aChosenProofCountsAndTheCookieBesideItDoesNot() {
    Browser browser = newBrowser();
    String strangerEmail = Shop.signedUp();
    String stranger = Shop.logIn(strangerEmail, Shop.PASSWORD).path("token");

    rename(browser.reading().header("Authorization", "Bearer " + stranger), "Eve")
        .then()
        .statusCode(200)
        .body("email", equalTo(strangerEmail));
    browser.reading().header("Authorization", "Bearer none").get(ME).then().statusCode(401);
    browser.reading().header("X-API-Key", "none").get(ME).then().statusCode(401);
    browser.reading().get(ME).then().body("name", equalTo("Ada"));
  }

  @Test
  void theListShowsItAsTheCurrentOne() {
    Shop.logIn(email, Shop.PASSWORD);
    Browser browser = newBrowser();

    browser
        .reading()
        .get(SESSIONS)
        .then()
        .statusCode(200)
        .body("data", hasSize(2))
        .body("data.current", equalTo(List.of(true, false)));
    browser.changing().delete(SESSIONS).then().statusCode(204);
    browser.reading().get(SESSIONS).then().statusCode(200).body("data", hasSize(1));
  }

  @Test
  void signingOutEndsTheSessionAndTakesTheCookieAway() {
    Browser browser = newBrowser();

    Response out = browser.changing().delete(SESSION);

    out.then().statusCode(204);
    Cookie forgotten = out.detailedCookie(COOKIE);
    assertThat(forgotten.getValue()).isEmpty();
    assertThat(forgotten.getMaxAge()).isZero();
    assertThat(forgotten.getPath()).isEqualTo("/");
    assertThat(forgotten.isSecured()).isTrue();
    assertOver(browser);
  }

  @Test
  void isOverWhenItsSessionIsEndedElsewhere() {
    Browser first = newBrowser();
    Browser second = newBrowser();
    String token = Shop.logIn(email, Shop.PASSWORD).path("token");

    as(token).delete(as(token).get(SESSIONS).<String>path("data[1].links.end"));
    assertOver(second);
    first.reading().get(ME).then().statusCode(200);

    as(token).post(API + "/auth/logout-all").then().statusCode(204);
    assertOver(first);
  }

  @Test
  void loggingOutEverywhereByItEndsItToo() {
    Browser browser = newBrowser();

    browser.changing().post(API + "/auth/logout-all").then().statusCode(204);

    assertOver(browser);
  }

  @Test
  void aForgedCookieIsNobodys() {
    Browser browser = newBrowser();
    String cookie = browser.cookie();
    for (String forged :
        List.of(
            "",
            "none",
            cookie + "A",
            cookie.substring(1),
            cookie.substring(0, 63) + (cookie.endsWith("A") ? "B" : "A"),
            newBrowser().cookie().substring(0, 21) + cookie.substring(21))) {
      new Browser(forged, browser.csrfToken()).reading().get(ME).then().statusCode(401);
    }
    browser.reading().get(ME).then().statusCode(200);
  }

  @Test
  void whatIsOpenStaysOpenToAnOldCookie() {
    Browser browser = newBrowser();
    browser.changing().delete(SESSION).then().statusCode(204);

    browser.reading().get(API + "/products").then().statusCode(200);
    browser.reading().body(credentials()).post(SESSION).then().statusCode(200);
  }

  /**
   * So a page that has lost the token can still sign somebody in; the cookie is of no use there.
   */
  @Test
  void whatIsOpenToAllNeedsNoTokenAsItTakesNothingFromTheCookie() {
    Browser browser = newBrowser();
    String refreshToken = Shop.logIn(email, Shop.PASSWORD).path("refreshToken");

    signUp(browser.reading()).then().statusCode(201);
    browser.reading().body(credentials()).post(API + "/auth/login").then().statusCode(200);
    browser
        .reading()
        .body(Map.of("refreshToken", refreshToken))
        .post(API + "/auth/refresh")
        .then()
        .statusCode(200);
    browser
        .reading()
        .body(Map.of("email", email))
        .post(API + "/auth/password/forgot")
        .then()
        .statusCode(202);
    browser
        .reading()
        .body(Map.of("token", "none"))
        .post(API + "/auth/email/verify")
        .then()
        .statusCode(400)
        .body("code", equalTo("invalid-token"));
    browser.reading().body(credentials()).post(SESSION).then().statusCode(200);
  }

  @Test
  void withoutTheTokenAnAnswerIsKeptForNobodyOfThatSession() {
    Browser browser = newBrowser();
    String key = UUID.randomUUID().toString();

    signUp(browser.reading().header("Idempotency-Key", key)).then().statusCode(201);

    // Another key of its own, though it is the same text: another body would be refused.
    signUp(browser.changing().header("Idempotency-Key", key)).then().statusCode(201);
  }

  private static Response signUp(RequestSpecification asking) {
    return asking
        .body(Map.of("name", "Bea", "email", Shop.newEmail(), "password", Shop.PASSWORD))
        .post(API + "/users");
  }

  private Browser newBrowser() {
    return Browser.of(open(credentials()));
  }

  private Map<String, Object> credentials() {
    return Map.of("email", email, "password", Shop.PASSWORD);
  }

  private static Response open(Map<String, Object> proof) {
    return anonymous().body(proof).post(SESSION);
  }

  private static Response rename(RequestSpecification asking, String name) {
    String id = asking.get(ME).path("id");
    return asking.header("If-Match", "*").body(Map.of("name", name)).patch(API + "/users/" + id);
  }

  private static void assertOver(Browser browser) {
    browser.reading().get(ME).then().statusCode(401).body("code", equalTo("unauthorized"));
    browser.changing().delete(SESSIONS).then().statusCode(401);
    browser.reading().get(SESSION).then().statusCode(401);
  }

  /**
   * What a browser has of its session.
   *
   * @param cookie sent with each request
   * @param csrfToken what the page knows
   */
  private record Browser(String cookie, String csrfToken) {

    static Browser of(Response opened) {
      opened.then().statusCode(200);
      return new Browser(opened.cookie(COOKIE), opened.path("csrfToken"));
    }

    RequestSpecification reading() {
      return anonymous().header("Cookie", COOKIE + "=" + cookie);
    }

    RequestSpecification changing() {
      return reading().header("X-CSRF-Token", csrfToken);
    }
  }
}
