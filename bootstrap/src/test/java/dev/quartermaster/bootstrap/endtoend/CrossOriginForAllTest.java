package dev.quartermaster.bootstrap.endtoend;

import static dev.quartermaster.bootstrap.endtoend.Shop.API;
import static dev.quartermaster.bootstrap.endtoend.Shop.anonymous;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Pages of all origins see answers, where the people who run it say so; none gets to use cookies.
 */
@EndToEnd
@TestProfile(CrossOriginForAllTest.ForAll.class)
class CrossOriginForAllTest {
  private static final String ORIGIN = "https://anybody.example";

  @Test
  void anyPageSeesAnswersWithoutCredentials() {
    anonymous()
        .header("Origin", ORIGIN)
        .get(API + "/products")
        .then()
        .statusCode(200)
        .header("Access-Control-Allow-Origin", equalTo("*"))
        .header("Access-Control-Allow-Credentials", nullValue());
  }

  @Test
  void preflightsPromiseNoCredentialsEither() {
    anonymous()
        .header("Origin", ORIGIN)
        .header("Access-Control-Request-Method", "POST")
        .options(API + "/auth/session")
        .then()
        .statusCode(204)
        .header("Access-Control-Allow-Origin", equalTo("*"))
        .header("Access-Control-Allow-Credentials", nullValue());
  }

  /** No list of origins. */
  public static final class ForAll implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("quartermaster.cors-origins", "*");
    }
  }
}
