package dev.quartermaster.bootstrap.endtoend;

import static dev.quartermaster.bootstrap.endtoend.Shop.API;
import static dev.quartermaster.bootstrap.endtoend.Shop.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.notNullValue;

import io.agroal.api.AgroalDataSource;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who did what, and whether that is still what it says. */
@EndToEnd
class AuditTrailTest {
  private static final String AUDIT = API + "/audit-events";
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @Inject AgroalDataSource database;

  @Test
  void tellsWhoDidWhatToAProduct() {
    String administrator = Shop.administrator();
    String product = Shop.newProduct(administrator, 10);
    String requestId = "audit-" + UUID.randomUUID();
    as(administrator)
        .header("X-Request-Id", requestId)
        .header("If-Match", "*")
        .body(Map.of("price", Map.of("amount", 1899, "currency", "EUR")))
        .patch(API + "/products/" + product)
        .then()
        .statusCode(200);

    JsonPath entries =
        as(administrator)
            .queryParam("targetId", product)
            .get(AUDIT)
            .then()
            .statusCode(200)
            .body("data.action", contains("product.edited", "stock.adjusted", "product.created"))
            .body("data.targetType", everyItem(equalTo("product")))
            .body("data.actor", everyItem(containsString("user:")))
            .body("data[0].requestId", equalTo(requestId))
            .body("data[0].changes.field", contains("price.amount"))
            .body("data[0].changes[0].before", equalTo("1999"))
            .body("data[0].changes[0].after", equalTo("1899"))
            .extract()
            .jsonPath();

    as(administrator)
        .queryParam("targetId", product)
        .queryParam("actor", entries.getString("data[0].actor"))
        .queryParam("action", "product.created")
        .queryParam("targetType", "product")
        .queryParam("from", entries.getString("data[2].createdAt"))
        .queryParam("to", Instant.now().plusSeconds(60).toString())
        .get(AUDIT)
        .then()
        .body("pagination.total", equalTo(1));
    as(administrator)
        .queryParam("targetId", product)
        .queryParam("after", "")
        .queryParam("limit", 2)
        .get(AUDIT)
        .then()
        .body("data.size()", equalTo(2))
        .body("links.next", containsString("targetId=" + product));
  }

  @Test
  void tellsOfAnOrderAndOfNothingThatWasRefused() {
    String administrator = Shop.administrator();
    String product = Shop.newProduct(administrator, 1);
    String customer = Shop.newCustomer();
    String order =
        as(customer)
            .body(Shop.orderOf(product, 1))
            .post(API + "/orders")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    as(customer).body(Shop.orderOf(product, 1)).post(API + "/orders").then().statusCode(409);
    as(customer).post(API + "/orders/" + order + "/cancel").then().statusCode(200);
    String customerId = as(customer).get(API + "/users/me").path("id");

    as(administrator)
        .queryParam("actor", "user:" + customerId)
        .queryParam("targetType", "order")
        .get(AUDIT)
        .then()
        .body("data.action", contains("order.cancelled", "order.placed"))
        .body("data.targetId", everyItem(equalTo(order)));
  }

  @Test
  void isForAuditorsAlone() {
    String customer = Shop.newCustomer();
    for (String path : new String[] {AUDIT, AUDIT + "/verify"}) {
      as(customer).get(path).then().statusCode(403).body("code", equalTo("forbidden"));
      Shop.anonymous().get(path).then().statusCode(401);
    }
  }

  @Test
  void namesTheParameterAtFault() {
    String administrator = Shop.administrator();
    as(administrator)
        .get(AUDIT + "?from=yesterday&to=2026-13-01T00:00:00Z")
        .then()
        .statusCode(400)
        .body("errors.field", contains("from", "to"));
    as(administrator).get(AUDIT + "?who=me").then().statusCode(400);
    as(administrator).get(AUDIT + "?sort=actor").then().statusCode(400);
    as(administrator)
        .get(AUDIT + "/verify?sequence=1")
        .then()
        .statusCode(400)
        .body("errors.field", contains("hash"));
    as(administrator)
        .get(AUDIT + "/verify?sequence=0&hash=" + "0".repeat(64))
        .then()
        .statusCode(400)
        .body("errors.field", contains("sequence"));
    as(administrator)
        .get(AUDIT + "/verify?sequence=1&hash=abc")
        .then()
        .statusCode(400)
        .body("errors.field", contains("hash"));
  }

  @Test
  void aRowChangedByHandIsFoundAndNamed() throws SQLException {
    String administrator = Shop.administrator();
    String product = Shop.newProduct(administrator, 0);
    JsonPath entry = chainedEntryOn(product, administrator);
    String id = entry.getString("data[0].id");
    int sequence = entry.getInt("data[0].sequence");
    String actor = entry.getString("data[0].actor");

    as(administrator)
        .get(AUDIT + "/verify?sequence=" + sequence + "&hash=" + entry.getString("data[0].hash"))
        .then()
        .statusCode(200)
        .body("valid", equalTo(true))
        .body("head.hash", notNullValue());
    as(administrator)
        .get(AUDIT + "/verify?sequence=" + sequence + "&hash=" + "0".repeat(64))
        .then()
        .body("valid", equalTo(false))
        .body("brokenAt.kind", equalTo("anchor-missed"));

    setActor(id, "user:somebody-else");
    try {
      as(administrator)
          .get(AUDIT + "/verify")
          .then()
          .statusCode(200)
          .body("valid", equalTo(false))
          .body("verified", equalTo(sequence - 1))
          .body("brokenAt.sequence", equalTo(sequence))
          .body("brokenAt.eventId", equalTo(id))
          .body("brokenAt.kind", equalTo("changed"));
    } finally {
      setActor(id, actor);
    }
    as(administrator).get(AUDIT + "/verify").then().body("valid", equalTo(true));
  }

  /** What people who keep metrics compare with later on. */
  @Test
  void theHeadOfTheChainIsAMetric() {
    String administrator = Shop.administrator();
    chainedEntryOn(Shop.newProduct(administrator, 0), administrator);
    Instant end = Instant.now().plus(PATIENCE);
    JsonPath verified;
    String metrics;
    do {
      assertThat(Instant.now()).isBefore(end);
      verified = as(administrator).get(AUDIT + "/verify").jsonPath();
      metrics = as(administrator).get("/metrics").asString();
    } while (verified.getLong("head.sequence")
        != (long) gauge("quartermaster_audit_head_sequence", metrics));

    assertThat((long) gauge("quartermaster_audit_head_hash", metrics))
        .isEqualTo(Long.parseLong(verified.getString("head.hash").substring(0, 12), 16));
  }

  private static double gauge(String name, String metrics) {
    return metrics
        .lines()
        .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
        .map(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .findFirst()
        .orElseThrow();
  }

  /** The newest entry on the product, once the chainer has come by. */
  private static JsonPath chainedEntryOn(String product, String administrator) {
    Instant end = Instant.now().plus(PATIENCE);
    JsonPath entry;
    do {
      assertThat(Instant.now()).isBefore(end);
      entry =
          as(administrator)
              .queryParam("targetId", product)
              .get(AUDIT)
              .then()
              .statusCode(200)
              .extract()
              .jsonPath();
    } while (entry.get("data[0].sequence") == null);
    return entry;
  }

  private void setActor(String id, String actor) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("UPDATE audit_events SET actor = ? WHERE id = ?")) {
      statement.setString(1, actor);
      statement.setObject(2, UUID.fromString(id));
      assertThat(statement.executeUpdate()).isOne();
    }
  }
}
