package dev.quartermaster.bootstrap.endtoend;

import static dev.quartermaster.bootstrap.endtoend.Shop.API;
import static dev.quartermaster.bootstrap.endtoend.Shop.anonymous;
import static dev.quartermaster.bootstrap.endtoend.Shop.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody sees where they are logged in, and ends what they no longer want. */
@EndToEnd
class SessionsTest {
  private static final String SESSIONS = API + "/users/me/sessions";

  private String email;

  @BeforeEach
  void signUp() {
    email = Shop.newEmail();
    anonymous()
        .body(Map.of("name", "Ada", "email", email, "password", Shop.PASSWORD))
        .post(API + "/users")
        .then()
        .statusCode(201);
  }

  @Test
  void eachSessionShowsWhereItWasOpened() {
    logIn("Phone/1.0");
    String laptop = logIn("Laptop/" + "9".repeat(1_000)).path("token");

    Response sessions = as(laptop).get(SESSIONS);

    sessions
        .then()
        .statusCode(200)
        .body("data", hasSize(2))
        .body("pagination.total", is(2))
        .body("data[0].current", is(true))
        .body("data[0].userAgent", equalTo("Laptop/" + "9".repeat(249)))
        .body("data[0].address", equalTo("127.0.0.1"))
        .body("data[1].current", is(false))
        .body("data[1].userAgent", equalTo("Phone/1.0"))
        .body("data[1].links.end", equalTo(SESSIONS + "/" + sessions.path("data[1].id")));
    assertThat(sessions.<String>path("data[0].createdAt"))
        .isEqualTo(sessions.path("data[0].lastUsedAt"))
        .isLessThan(sessions.path("data[0].expiresAt"));
  }

  @Test
  void anEndedSessionStopsAtOnce() {
    Response phone = logIn("Phone/1.0");
    String laptop = logIn("Laptop/1.0").path("token");
    String end = as(laptop).get(SESSIONS).path("data[1].links.end");

    as(laptop).delete(end).then().statusCode(204);

    as(phone.path("token")).get(API + "/users/me").then().statusCode(401);
    anonymous()
        .body(Map.of("refreshToken", phone.path("refreshToken")))
        .post(API + "/auth/refresh")
        .then()
        .statusCode(401)
        .body("code", equalTo("invalid-refresh-token"));
    as(laptop).get(SESSIONS).then().statusCode(200).body("data", hasSize(1));
    as(laptop).delete(end).then().statusCode(404);
  }

  @Test
  void allOthersCanBeEndedTogether() {
    String phone = logIn("Phone/1.0").path("token");
    String laptop = logIn("Laptop/1.0").path("token");

    as(laptop).delete(SESSIONS).then().statusCode(204);

    as(phone).get(API + "/users/me").then().statusCode(401);
    as(laptop).get(SESSIONS).then().statusCode(200).body("data", hasSize(1));
  }

  @Test
  void anothersSessionIsNotThere() {
    String victim = logIn("Phone/1.0").path("token");
    String session = as(victim).get(SESSIONS).path("data[0].id");
    String stranger = Shop.newCustomer();

    as(stranger).delete(SESSIONS + "/" + session).then().statusCode(404);
    as(stranger).delete(SESSIONS + "/" + UUID.randomUUID()).then().statusCode(404);
    as(stranger).delete(SESSIONS + "/no-uuid").then().statusCode(400);
    anonymous().delete(SESSIONS + "/" + session).then().statusCode(401);
    anonymous().get(SESSIONS).then().statusCode(401);

    as(victim).get(API + "/users/me").then().statusCode(200);
  }

  private Response logIn(String userAgent) {
    Response tokens =
        anonymous()
            .header("User-Agent", userAgent)
            .body(Map.of("email", email, "password", Shop.PASSWORD))
            .post(API + "/auth/login");
    tokens.then().statusCode(200);
    return tokens;
  }
}
