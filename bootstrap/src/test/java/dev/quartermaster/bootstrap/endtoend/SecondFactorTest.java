package dev.quartermaster.bootstrap.endtoend;

import static dev.quartermaster.bootstrap.endtoend.Shop.API;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The story of an authenticator app, told with a real one's codes. */
@EndToEnd
class SecondFactorTest {
  private static final String TOTP = API + "/auth/mfa/totp";

  private String email = "";

  @BeforeEach
  void signUp() {
    email = Shop.signedUp();
  }

  @Test
  void fromEnrolmentToTheNextLogIn() {
    String token = Shop.logIn(email, Shop.PASSWORD).then().statusCode(200).extract().path("token");
    me(token).then().body("mfaEnabled", equalTo(false));

    // A session alone sets up nothing: it may be somebody else's who got hold of it.
    enrol(token, "wrong-horse-battery")
        .then()
        .statusCode(400)
        .body("code", equalTo("validation-failed"))
        .body("errors.field", equalTo(List.of("password")));

    // Whoever has just logged in need not say it again.
    Shop.as(token).post(TOTP).then().statusCode(200);

    // An app gets its secret, which counts for nothing yet …
    Response enrolment = enrol(token);
    enrolment
        .then()
        .statusCode(200)
        .header("Cache-Control", "no-store")
        .body("uri", startsWith("otpauth://totp/Quartermaster:"));
    AuthenticatorApp app = new AuthenticatorApp(enrolment.path("secret"));
    String first = app.code(0);
    Shop.logIn(email, Shop.PASSWORD).then().statusCode(200).body("token", notNullValue());

    // … until it shows a first code.
    confirm(token, "000000x").then().statusCode(400).body("errors[0].field", equalTo("code"));
    List<String> recoveryCodes =
        confirm(token, first)
            .then()
            .statusCode(200)
            .header("Cache-Control", "no-store")
            .body("recoveryCodes", hasSize(10))
            .extract()
            .path("recoveryCodes");
    me(token).then().body("mfaEnabled", equalTo(true));
    enrol(token).then().statusCode(409).body("code", equalTo("mfa-already-enabled"));

    // From now on the password is half of it.
    Response firstStep = Shop.logIn(email, Shop.PASSWORD);
    firstStep
        .then()
        .statusCode(200)
        .header("Cache-Control", "no-store")
        .body("mfaRequired", equalTo(true))
        .body("expiresIn", equalTo(300))
        .body("$", not(hasKey("token")))
        .body("$", not(hasKey("refreshToken")))
        .body("$", not(hasKey("user")));
    String mfaToken = firstStep.path("mfaToken");
    Shop.as(mfaToken).get(API + "/users/me").then().statusCode(401);

    // The code that confirmed the app is used up; the next one is not, and works once.
    secondStep(mfaToken, first).then().statusCode(401).body("code", equalTo("invalid-mfa-code"));
    String next = app.code(1);
    String second =
        secondStep(mfaToken, next)
            .then()
            .statusCode(200)
            .body("tokenType", equalTo("Bearer"))
            .body("user.email", equalTo(email))
            .extract()
            .path("token");
    me(second).then().statusCode(200);
    secondStep(mfaToken, next).then().statusCode(401).body("code", equalTo("invalid-mfa-token"));
    secondStep(firstStep(), next).then().statusCode(401).body("code", equalTo("invalid-mfa-code"));

    // Without the phone a recovery code does, once.
    secondStep(firstStep(), recoveryCodes.getFirst()).then().statusCode(200);
    secondStep(firstStep(), recoveryCodes.getFirst())
        .then()
        .statusCode(401)
        .body("code", equalTo("invalid-mfa-code"));

    // New ones replace those that are left.
    List<String> fresh =
        Shop.as(second)
            .body(Map.of("code", recoveryCodes.get(1)))
            .post(API + "/auth/mfa/recovery-codes")
            .then()
            .statusCode(200)
            .body("recoveryCodes", hasSize(10))
            .extract()
            .path("recoveryCodes");
    secondStep(firstStep(), recoveryCodes.get(2)).then().statusCode(401);

    // Switching it off needs one too; then the password does again.
    switchOff(second, "000000x").then().statusCode(400);
    switchOff(second, fresh.getFirst()).then().statusCode(204);
    Shop.logIn(email, Shop.PASSWORD).then().statusCode(200).body("token", notNullValue());
    switchOff(second, fresh.get(1)).then().statusCode(409).body("code", equalTo("mfa-not-enabled"));
    me(second).then().body("mfaEnabled", equalTo(false));
  }

  @Test
  void whatIsNoTokenCompletesNothing() {
    for (String token : List.of("", "no token", "A".repeat(512))) {
      secondStep(token, "123456").then().statusCode(401).body("code", equalTo("invalid-mfa-token"));
    }
  }

  @Test
  void isLeftToWhoIsSignedIn() {
    assertThat(
            List.of(
                enrol("no-token"),
                confirm("no-token", "123456"),
                switchOff("no-token", "123456"),
                Shop.anonymous()
                    .body(Map.of("code", "123456"))
                    .post(API + "/auth/mfa/recovery-codes")))
        .allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(401));
  }

  private String firstStep() {
    return Shop.logIn(email, Shop.PASSWORD).then().statusCode(200).extract().path("mfaToken");
  }

  private static Response secondStep(String mfaToken, String code) {
    return Shop.anonymous()
        .body(Map.of("mfaToken", mfaToken, "code", code))
        .post(API + "/auth/login/mfa");
  }

  private static Response me(String token) {
    return Shop.as(token).get(API + "/users/me");
  }

  private static Response enrol(String token) {
    return enrol(token, Shop.PASSWORD);
  }

  private static Response enrol(String token, String password) {
    return Shop.as(token).body(Map.of("password", password)).post(TOTP);
  }

  private static Response confirm(String token, String code) {
    return Shop.as(token).body(Map.of("code", code)).post(TOTP + "/confirm");
  }

  private static Response switchOff(String token, String code) {
    return Shop.as(token).body(Map.of("code", code)).delete(TOTP);
  }
}
