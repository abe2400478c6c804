package dev.quartermaster.bootstrap.endtoend;

import static dev.quartermaster.bootstrap.endtoend.Shop.API;
import static dev.quartermaster.bootstrap.endtoend.Shop.PASSWORD;
import static dev.quartermaster.bootstrap.endtoend.Shop.anonymous;
import static dev.quartermaster.bootstrap.endtoend.Shop.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.quartermaster.bootstrap.Mailbox;
import dev.quartermaster.testkit.shared.Concurrently;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The story of somebody's mails, from the welcome to another password. */
@EndToEnd
class ForgottenPasswordTest {
  private static final String ANOTHER_PASSWORD = "battery-staple-horse";

  @Test
  void somebodySignsUpVerifiesForgetsThePasswordAndChoosesAnother() {
    // Somebody signs up, and finds a mail whose link leads to a page of the application.
    String email = Shop.newEmail();
    signUp(email);
    String token = Shop.logIn(email, PASSWORD).then().extract().path("token");
    Map<String, String> welcome = Mailbox.awaitMailsTo(email, 1).getFirst();
    assertThat(welcome.get("subject")).startsWith("Welcome");
    assertThat(welcome.get("text")).contains(welcome.get("link"));
    assertThat(welcome.get("link"))
        .endsWith("/account/verify-email.html#token=" + welcome.get("token"));
    anonymous()
        .get("/account/verify-email.html")
        .then()
        .statusCode(200)
        .body(containsString("Verify your email address"));
    as(token)
        .get(API + "/users/me")
        .then()
        .body("emailVerified", equalTo(false))
        .body("links", hasKey("verification"));

    // The token verifies the address, once.
    verify(welcome.get("token")).then().statusCode(204);
    as(token)
        .get(API + "/users/me")
        .then()
        .body("emailVerified", equalTo(true))
        .body("links", not(hasKey("verification")));
    assertInvalidToken(verify(welcome.get("token")));
    as(token)
        .post(API + "/auth/email/resend")
        .then()
        .statusCode(409)
        .body("code", equalTo("email-already-verified"));

    // The password is forgotten; who asks about an account that is none hears the same.
    forgot(email).then().statusCode(202).body(equalTo(""));
    String nobody = Shop.newEmail();
    forgot(nobody).then().statusCode(202).body(equalTo(""));
    String reset = Mailbox.awaitMailsTo(email, 2).getFirst().get("token");

    // A common password is refused, and the token serves once more.
    reset(reset, "password")
        .then()
        .statusCode(400)
        .body("code", equalTo("validation-failed"))
        .body("errors.field", hasItem("password"));
    reset(reset, ANOTHER_PASSWORD).then().statusCode(204);
    assertInvalidToken(reset(reset, ANOTHER_PASSWORD));

    // The old password and the old session are no good any more, the new password is.
    Shop.logIn(email, PASSWORD).then().statusCode(401);
    as(token).get(API + "/users/me").then().statusCode(401);
    Shop.logIn(email, ANOTHER_PASSWORD).then().statusCode(200);
    assertThat(Mailbox.awaitMailsTo(email, 3).getFirst().get("subject"))
        .isEqualTo("Your password was changed");
    assertThat(Mailbox.mailsTo(nobody)).isEmpty();
  }

  @Test
  void ofTwentyWhoUseATokenAtOnceOneSetsThePassword() {
    String email = Shop.newEmail();
    signUp(email);
    Mailbox.awaitMailsTo(email, 1);
    forgot(email).then().statusCode(202);
    String token = Mailbox.awaitMailsTo(email, 2).getFirst().get("token");

    List<Integer> statuses =
        Concurrently.inThreads(20, () -> reset(token, ANOTHER_PASSWORD).statusCode());

    assertThat(statuses).containsOnlyOnce(204);
    // A machine that is too busy to hash turns some away before they come to the token.
    assertThat(statuses).filteredOn(status -> status != 204).allMatch(Set.of(400, 503)::contains);
    Shop.logIn(email, ANOTHER_PASSWORD).then().statusCode(200);
  }

  @Test
  void anotherAddressIsVerifiedByItsOwnMailAlone() {
    String email = Shop.newEmail();
    signUp(email);
    String first = Mailbox.awaitMailsTo(email, 1).getFirst().get("token");
    Response session = Shop.logIn(email, PASSWORD);
    String token = session.path("token");
    String id = session.path("user.id");
    String elsewhere = Shop.newEmail();
    as(token)
        .header("If-Match", "*")
        .body(Map.of("email", elsewhere))
        .patch(API + "/users/" + id)
        .then()
        .statusCode(200)
        .body("emailVerified", equalTo(false));
    assertInvalidToken(verify(first));

    // Asked for once more, only the newest mail counts.
    String second = Mailbox.awaitMailsTo(elsewhere, 1).getFirst().get("token");
    as(token).post(API + "/auth/email/resend").then().statusCode(202);
    String third = Mailbox.awaitMailsTo(elsewhere, 2).getFirst().get("token");
    assertInvalidToken(verify(second));
    verify(third).then().statusCode(204);
  }

  @Test
  void nobodyAsksForAnothersVerification() {
    anonymous().post(API + "/auth/email/resend").then().statusCode(401);
  }

  @Test
  void whatIsNoAddressOrNoTokenIsRefused() {
    forgot("ada").then().statusCode(400).body("errors.field", hasItem("email"));
    assertInvalidToken(verify("made-up"));
    assertInvalidToken(reset("made-up", ANOTHER_PASSWORD));
    verify("x".repeat(129)).then().statusCode(400).body("errors.field", hasItem("token"));
  }

  private static void signUp(String email) {
    anonymous()
        .body(Map.of("name", "Ada", "email", email, "password", PASSWORD))
        .post(API + "/users")
        .then()
        .statusCode(201);
  }

  private static Response forgot(String email) {
    return anonymous().body(Map.of("email", email)).post(API + "/auth/password/forgot");
  }

  private static Response reset(String token, String password) {
    return anonymous()
        .body(Map.of("token", token, "password", password))
        .post(API + "/auth/password/reset");
  }

  private static Response verify(String token) {
    return anonymous().body(Map.of("token", token)).post(API + "/auth/email/verify");
  }

  private static void assertInvalidToken(Response answer) {
    answer.then().statusCode(400).body("code", equalTo("invalid-token"));
  }
}
