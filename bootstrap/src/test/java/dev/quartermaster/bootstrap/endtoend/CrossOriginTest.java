package dev.quartermaster.bootstrap.endtoend;

import static dev.quartermaster.bootstrap.endtoend.Shop.API;
import static dev.quartermaster.bootstrap.endtoend.Shop.anonymous;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which pages of other origins see what is answered. */
@EndToEnd
@TestProfile(BehindProxy.class)
class CrossOriginTest {

  @Test
  void pagesOfAListedOriginSeeAnswersAndTheirHeaders() {
    from(BehindProxy.ORIGIN)
        .get(API + "/products")
        .then()
        .statusCode(200)
        .header("Access-Control-Allow-Origin", BehindProxy.ORIGIN)
        .header("Access-Control-Allow-Credentials", "true")
        .header("Vary", containsString("Origin"))
        .header(
            "Access-Control-Expose-Headers",
            allOf(containsString("ETag"), containsString("Retry-After")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "https://console.example.evil.example",
        "null",
        "http://console.example"
      })
  void pagesOfOthersDoNot(String origin) {
    from(origin)
        .get(API + "/products")
        .then()
        .statusCode(200)
        .header("Access-Control-Allow-Origin", nullValue())
        .header("Access-Control-Allow-Credentials", nullValue());
    preflight(origin)
        .options(API + "/orders")
        .then()
        .statusCode(403)
        .header("Access-Control-Allow-Origin", nullValue());
  }

  @Test
  void preflightsSayWhatIsAllowed() {
    preflight(BehindProxy.ORIGIN)
        .options(API + "/orders")
        .then()
        .statusCode(204)
        .header("Access-Control-Allow-Origin", BehindProxy.ORIGIN)
        .header("Access-Control-Allow-Credentials", "true")
        .header("Access-Control-Allow-Methods", containsString("PATCH"))
        .header("Access-Control-Allow-Headers", containsString("Idempotency-Key"));
  }

  @Test
  void whoeverAsksTooOftenIsToldSoInTheBrowserToo() {
    for (int time = 0; time < BehindProxy.LIMIT; time++) {
      anonymous().header("X-Forwarded-For", "203.0.113.200").get(API + "/products");
    }
    anonymous()
        .header("X-Forwarded-For", "203.0.113.200")
        .header("Origin", BehindProxy.ORIGIN)
        .get(API + "/products")
        .then()
        .statusCode(429)
        .header("Access-Control-Allow-Origin", BehindProxy.ORIGIN);
  }

  private static RequestSpecification from(String origin) {
    return anonymous()
        .header("X-Forwarded-For", "2001:db8:" + Integer.toHexString(origin.length()) + "::1")
        .header("Origin", origin);
  }

  private static RequestSpecification preflight(String origin) {
    return from(origin).header("Access-Control-Request-Method", "POST");
  }
}
