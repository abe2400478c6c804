package dev.quartermaster.bootstrap.endtoend;

import static dev.quartermaster.bootstrap.endtoend.Shop.API;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.Header;
import io.restassured.response.Response;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whoever reads a product gets the same answer, whichever way it takes. */
@EndToEnd
class ProductsAtHandTest {
  private static final Set<String> OF_ONE_ANSWER =
      Set.of("x-request-id", "ratelimit-remaining", "ratelimit-reset");

  @Test
  void theShortWayAnswersAsTheResourceDoes() {
    String path = API + "/products/" + Shop.newProduct(Shop.administrator(), 0);
    Response ofResource = given().accept("application/json, */*").get(path);
    Response atHand = given().accept("*/*").get(path);

    assertThat(atHand.statusCode()).isEqualTo(200);
    assertThat(atHand.asString()).isEqualTo(ofResource.asString());
    assertThat(headers(atHand)).isEqualTo(headers(ofResource));
  }

  @Test
  void bothWaysAreMeasuredUnderOneAddress() {
    String path = API + "/products/" + Shop.newProduct(Shop.administrator(), 0);
    given().accept("application/json, */*").get(path);
    given().accept("*/*").get(path);

    String metrics = given().get("/metrics").asString();
    assertThat(metrics).contains("uri=\"/api/v1/products/{id}\"").doesNotContain(path);
  }

  private static Map<String, String> headers(Response response) {
    return response.headers().asList().stream()
        .filter(header -> !OF_ONE_ANSWER.contains(header.getName().toLowerCase(Locale.ROOT)))
        .collect(
            Collectors.toMap(
                header -> header.getName().toLowerCase(Locale.ROOT), Header::getValue));
  }
}
