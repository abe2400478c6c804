package dev.quartermaster.bootstrap.endtoend;

import static dev.quartermaster.bootstrap.endtoend.Shop.API;
import static dev.quartermaster.bootstrap.endtoend.Shop.anonymous;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many requests a client has, and how it is told. */
@EndToEnd
@TestProfile(BehindProxy.class)
class RequestLimitTest {
  private static final AtomicInteger CLIENTS = new AtomicInteger();

  private final String address = "198.51.100." + CLIENTS.incrementAndGet();

  @Test
  void everyAnswerTellsWhatIsLeft() {
    from(address)
        .get(API + "/products")
        .then()
        .statusCode(200)
        .header("RateLimit-Limit", "5")
        .header("RateLimit-Remaining", "4")
        .header("RateLimit-Policy", "5;w=900")
        .header("RateLimit-Reset", notNullValue());
    assertThat(Integer.parseInt(from(address).get(API + "/products").header("RateLimit-Reset")))
        .isBetween(1, 900);
  }

  @Test
  void whoAsksTooOftenHasToWait() {
    for (int time = 0; time < BehindProxy.LIMIT; time++) {
      from(address).get(API + "/products").then().statusCode(200);
    }

    Response refusal = from(address).get(API + "/products");

    assertThat(refusal.statusCode()).isEqualTo(429);
    assertThat(refusal.contentType()).startsWith("application/problem+json");
    assertThat(refusal.<String>path("code")).isEqualTo("rate-limited");
    assertThat(refusal.header("RateLimit-Remaining")).isEqualTo("0");
    assertThat(refusal.header("Retry-After")).isEqualTo(refusal.header("RateLimit-Reset"));
    assertThat(refusal.header("X-Request-Id")).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /nowhere, 404",
    "DELETE, /products, 405",
    "GET, /users/me, 401",
    "POST, /auth/login, 400",
  })
  void refusedRequestsCountToo(String method, String path, int status) {
    for (int time = 1; time <= BehindProxy.LIMIT; time++) {
      from(address)
          .body("{}")
          .request(method, API + path)
          .then()
          .statusCode(status)
          .header("RateLimit-Remaining", Integer.toString(BehindProxy.LIMIT - time));
    }
    from(address).get(API + "/products").then().statusCode(429);
  }

  @Test
  void forgedTokensCountForTheAddress() {
    for (int time = 1; time <= BehindProxy.LIMIT; time++) {
      from(address)
          .header("Authorization", "Bearer forged-" + time)
          .get(API + "/users/me")
          .then()
          .statusCode(401);
    }
    from(address).get(API + "/products").then().statusCode(429);
  }

  @Test
  void aUserIsCountedAloneFromWhereverTheyAsk() {
    Map<String, String> credentials =
        Map.of("email", "admin@quartermaster.local", "password", "quartermaster-dev");
    String token =
        from(address).body(credentials).post(API + "/auth/login").then().extract().path("token");
    int before = remaining(from("203.0.113.1").header("Authorization", "Bearer " + token));

    int after = remaining(from("203.0.113.2").header("Authorization", "Bearer " + token));

    assertThat(after).isEqualTo(before - 1);
    assertThat(remaining(from(address))).isEqualTo(BehindProxy.LIMIT - 2);
  }

  @Test
  void aNetworkOfIpv6IsOneClient() {
    assertThat(remaining(from("2001:db8:7:7::1"))).isEqualTo(4);
    assertThat(remaining(from("2001:db8:7:7:ffff::2"))).isEqualTo(3);
    assertThat(remaining(from("2001:db8:7:8::1"))).isEqualTo(4);
  }

  @Test
  void whatTheClientItselfForwardsIsIgnored() {
    assertThat(remaining(from("203.0.113.90, " + address))).isEqualTo(4);
    assertThat(remaining(from("203.0.113.91, " + address))).isEqualTo(3);
  }

  @Test
  void preflightsAndWhatIsNoApiAreNotCounted() {
    for (int time = 0; time <= BehindProxy.LIMIT; time++) {
      from(address)
          .header("Origin", BehindProxy.ORIGIN)
          .header("Access-Control-Request-Method", "POST")
          .options(API + "/orders")
          .then()
          .statusCode(204)
          .header("RateLimit-Limit", nullValue());
      from(address).get("/health/live").then().header("RateLimit-Limit", nullValue());
    }
    assertThat(remaining(from(address))).isEqualTo(4);
  }

  @Test
  void browsersMayKeepToTlsOnlyWhereTheyUseIt() {
    from(address).get("/health/live").then().header("Strict-Transport-Security", nullValue());
    from(address)
        .header("X-Forwarded-Proto", "https")
        .get("/health/live")
        .then()
        .header("Strict-Transport-Security", equalTo("max-age=31536000"));
  }

  private static RequestSpecification from(String address) {
    return anonymous().header("X-Forwarded-For", address);
  }

  private static int remaining(RequestSpecification request) {
    return Integer.parseInt(
        request
            .get(API + "/products")
            .then()
            .statusCode(200)
            .extract()
            .header("RateLimit-Remaining"));
  }
}
