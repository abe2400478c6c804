package dev.quartermaster.bootstrap.endtoend;

import static dev.quartermaster.bootstrap.endtoend.Shop.API;
import static dev.quartermaster.bootstrap.endtoend.Shop.anonymous;
import static dev.quartermaster.bootstrap.endtoend.Shop.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The habits that all resources share. */
@EndToEnd
class ConventionsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        API + "/products",
        API + "/nowhere",
        "/health",
        "/metrics",
        "/openapi",
        "/problems"
      })
  void everyAnswerNamesItsRequestAndGuardsItself(String path) {
    anonymous()
        .header("X-Request-Id", "my-request.7")
        .get(path)
        .then()
        .header("X-Request-Id", "my-request.7")
        .header("X-Content-Type-Options", "nosniff")
        .header("X-Frame-Options", "DENY")
        .header("Referrer-Policy", "no-referrer")
        .header("Content-Security-Policy", containsString("frame-ancestors 'none'"));
  }

  @Test
  void aRequestIdThatCouldForgeALogLineIsReplaced() {
    anonymous()
        .header("X-Request-Id", "a b")
        .get(API + "/products")
        .then()
        .header("X-Request-Id", not(equalTo("a b")))
        .header("X-Request-Id", notNullValue());
  }

  @Test
  void aWalkByCursorVisitsEachItemOnceAndEnds() {
    String administrator = Shop.administrator();
    List<String> added = new ArrayList<>();
    for (int count = 0; count < 5; count++) {
      added.add(Shop.newProduct(administrator, 0));
    }

    List<String> visited = new ArrayList<>();
    String next = "";
    while (next != null) {
      Response part =
          anonymous()
              .queryParam("after", next)
              .queryParam("limit", 2)
              .queryParam("sort", "name,-createdAt")
              .queryParam("fields", "id")
              .get(API + "/products");
      assertThat(part.statusCode()).isEqualTo(200);
      visited.addAll(part.path("data.id"));
      next = part.path("pagination.next");
      assertThat(visited.size()).isLessThan(10_000);
    }

    assertThat(visited).containsAll(added);
    assertThat(new HashSet<>(visited)).hasSameSizeAs(visited);
  }

  @Test
  void aPageKnowsItsNeighboursAndTheTotal() {
    String administrator = Shop.administrator();
    Shop.newProduct(administrator, 0);
    Shop.newProduct(administrator, 0);

    anonymous()
        .get(API + "/products?limit=1&fields=id,sku")
        .then()
        .statusCode(200)
        .body("data", hasSize(1))
        .body("data.collect { it.size() }", everyItem(is(2)))
        .body("pagination.page", is(1))
        .body("pagination.limit", is(1))
        .body("links.next", containsString("page=2"))
        .header("Link", containsString("rel=\"next\""));
  }

  @Test
  void fieldsAreKnownWhetherOrNotAnItemHasThem() {
    String administrator = Shop.administrator();
    String movements = API + "/products/" + Shop.newProduct(administrator, 1) + "/stock/movements";

    as(administrator).get(movements + "?fields=id,reference").then().statusCode(200);
    anonymous().get(API + "/products?q=no-such-thing-anywhere&fields=bogus").then().statusCode(400);
  }

  @Test
  void aDeletedSkuCanBeUsedAgainAndOldOrdersStay() {
    String administrator = Shop.administrator();
    String product = Shop.newProduct(administrator, 5);
    String sku = anonymous().get(API + "/products/" + product).path("sku");
    String customer = Shop.newCustomer();
    String order = as(customer).body(Shop.orderOf(product, 1)).post(API + "/orders").path("id");
    Map<String, Object> twin =
        Map.of("sku", sku, "name", "Twin", "price", Map.of("amount", 1, "currency", "EUR"));

    as(administrator)
        .body(twin)
        .post(API + "/products")
        .then()
        .statusCode(409)
        .body("code", equalTo("sku-taken"));
    as(administrator)
        .header("If-Match", "*")
        .delete(API + "/products/" + product)
        .then()
        .statusCode(204);

    anonymous().get(API + "/products/" + product).then().statusCode(404);
    as(administrator).body(twin).post(API + "/products").then().statusCode(201);
    as(customer)
        .get(API + "/orders/" + order)
        .then()
        .statusCode(200)
        .body("items[0].sku", equalTo(sku));
  }

  @Test
  void rolesTakeEffectAtOnceAndCannotBeEscalated() {
    String administrator = Shop.administrator();
    String token = Shop.newCustomer();
    String user = as(token).get(API + "/users/me").path("id");
    as(token).get(API + "/users").then().statusCode(403);

    as(administrator)
        .header("If-Match", "*")
        .body(Map.of("roles", List.of("customer", "staff")))
        .put(API + "/users/" + user + "/roles")
        .then()
        .statusCode(200);

    as(token).get(API + "/users").then().statusCode(200);
    as(token)
        .header("If-Match", "*")
        .body(Map.of("roles", List.of("admin")))
        .put(API + "/users/" + user + "/roles")
        .then()
        .statusCode(403);
  }

  @Test
  void aRefreshTokenIsRotatedAndItsRepetitionGetsTheSameSuccessor() {
    String email = Shop.newEmail();
    anonymous()
        .body(Map.of("name", "Ada", "email", email, "password", Shop.PASSWORD))
        .post(API + "/users")
        .then()
        .statusCode(201);
    String first = Shop.logIn(email, Shop.PASSWORD).path("refreshToken");

    String second = refreshed(first).then().statusCode(200).extract().path("refreshToken");

    assertThat(second).isNotEqualTo(first);
    refreshed(first).then().statusCode(200).body("refreshToken", equalTo(second));
    String third = refreshed(second).then().statusCode(200).extract().path("refreshToken");
    refreshed(first).then().statusCode(401).body("code", equalTo("invalid-refresh-token"));
    refreshed(third).then().statusCode(401);
  }

  private static Response refreshed(String refreshToken) {
    return anonymous().body(Map.of("refreshToken", refreshToken)).post(API + "/auth/refresh");
  }

  @Test
  void ordersAreCountedWhenTheyAreThere() {
    String product = Shop.newProduct(Shop.administrator(), 1);
    String customer = Shop.newCustomer();
    double before = placed();

    as(customer).body(Shop.orderOf(product, 1)).post(API + "/orders").then().statusCode(201);
    as(customer).body(Shop.orderOf(product, 1)).post(API + "/orders").then().statusCode(409);

    assertThat(placed()).isGreaterThan(before);
    anonymous()
        .get("/metrics")
        .then()
        .body(containsString("quartermaster_orders_refused_total{code=\"insufficient-stock\"}"));
  }

  private static double placed() {
    return anonymous()
        .get("/metrics")
        .asString()
        .lines()
        .filter(line -> line.startsWith("quartermaster_orders_placed_total"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  @Test
  void healthIsThereForEveryProbe() {
    for (String probe : List.of("/health", "/health/live", "/health/ready", "/health/started")) {
      anonymous().get(probe).then().statusCode(200).body("status", equalTo("UP"));
    }
  }

  @Test
  void jsonThatIsTooDeepOrTooLongIsMalformed() {
    for (String body :
        List.of(
            "{\"a\":" + "[".repeat(1_100) + "]".repeat(1_100) + "}",
            "{\"name\":" + "9".repeat(1_001) + "}",
            "{\"" + "a".repeat(60_000) + "\":1}")) {
      anonymous()
          .body(body)
          .post(API + "/users")
          .then()
          .statusCode(400)
          .contentType("application/problem+json");
    }
  }

  @Test
  void aWrongMethodBelowAProductIsNamedWithTheRightOnes() {
    String stock = API + "/products/" + Shop.newProduct(Shop.administrator(), 0) + "/stock";

    anonymous().body("{}").put(stock).then().statusCode(405).header("Allow", "GET, HEAD, OPTIONS");
  }
}
