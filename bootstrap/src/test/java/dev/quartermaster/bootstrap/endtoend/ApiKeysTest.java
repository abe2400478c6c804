package dev.quartermaster.bootstrap.endtoend;

import static dev.quartermaster.bootstrap.endtoend.AccessPeople.withKey;
import static dev.quartermaster.bootstrap.endtoend.Shop.API;
import static dev.quartermaster.bootstrap.endtoend.Shop.anonymous;
import static dev.quartermaster.bootstrap.endtoend.Shop.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The life of an API key, from its creation to its end. */
@EndToEnd
class ApiKeysTest {
  private static final String KEYS = API + "/api-keys";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Inject DataSource database;
  private String administrator = "";

  @BeforeEach
  void anAdministrator() {
    administrator = Shop.newAdministrator();
  }

  @Test
  void aScannerCountsStockUntilItsKeyIsRevoked() {
    String product = Shop.newProduct(administrator, 3);
    Response created = created("inventory:write");
    String key = created.path("key");
    String address = created.header("Location");
    assertThat(address).endsWith(KEYS + "/" + created.path("id"));
    assertThat(created.header("Cache-Control")).isEqualTo("no-store");
    assertThat(key).startsWith(created.path("prefix") + "_");

    withKey(key)
        .body(Map.of("delta", 2, "reason", "counted"))
        .post(API + "/products/" + product + "/stock/adjustments")
        .then()
        .statusCode(201);
    Shop.stock(product).then().body("available", equalTo(5));
    withKey(key)
        .body(Map.of("name", "Candle"))
        .header("If-Match", "*")
        .patch(API + "/products/" + product)
        .then()
        .statusCode(403)
        .body("code", equalTo("forbidden"));
    awaitUse(created.path("id"));

    as(administrator).header("If-Match", "\"1\"").delete(address).then().statusCode(204);

    withKey(key)
        .get(API + "/products/" + product + "/stock/movements")
        .then()
        .statusCode(401)
        .body("code", equalTo("unauthorized"))
        .body("detail", containsString("API key"));
    as(administrator)
        .get(address)
        .then()
        .statusCode(200)
        .body("revokedAt", containsString("T"))
        .body("links.revoke", nullValue());
  }

  @Test
  void aKeyIsShownOnceAndOnlyItsHashIsStored() {
    Response created = created("orders:read");
    String key = created.path("key");
    String id = created.path("id");

    as(administrator)
        .get(KEYS + "/" + id)
        .then()
        .statusCode(200)
        .body("key", nullValue())
        .body("prefix", equalTo(created.path("prefix")))
        .body("scopes", equalTo(List.of("orders:read")));
    assertThat(as(administrator).get(KEYS + "?limit=100").asString()).doesNotContain(key);
    String secret = key.substring(key.lastIndexOf('_') + 1);
    for (String table : List.of("api_keys", "audit_trail", "idempotency_records")) {
      assertThat(rowsWith(table, secret)).as(table).isZero();
    }
    assertThat(rowsWith("audit_trail", created.path("prefix"))).isPositive();
  }

  /** The answer could only be repeated if the secret were kept. */
  @Test
  void anIdempotencyKeyKeepsNoSecret() {
    Map<String, Object> wanted = Map.of("name", "twice", "scopes", List.of("orders:read"));
    String idempotencyKey = UUID.randomUUID().toString();

    Response first =
        as(administrator).header("Idempotency-Key", idempotencyKey).body(wanted).post(KEYS);
    Response second =
        as(administrator).header("Idempotency-Key", idempotencyKey).body(wanted).post(KEYS);

    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(second.statusCode()).isEqualTo(201);
    assertThat(second.<String>path("key")).isNotEqualTo(first.path("key"));
    assertThat(rowsWith("idempotency_records", idempotencyKey)).isZero();
  }

  @Test
  void aRevocationIsIdempotentAndMindsTheVersion() {
    String address = KEYS + "/" + created("orders:read").path("id");

    as(administrator).delete(address).then().statusCode(428);
    as(administrator).header("If-Match", "\"7\"").delete(address).then().statusCode(412);
    as(administrator).header("If-Match", "\"1\"").delete(address).then().statusCode(204);
    as(administrator).header("If-Match", "\"1\"").delete(address).then().statusCode(412);
    as(administrator).header("If-Match", "*").delete(address).then().statusCode(204);
  }

  /**
   * A client is not told that nothing is different; yet what it read before is still its version.
   */
  @Test
  void aUseMakesAnotherTagOfTheSameVersion() {
    Response created = created("orders:read");
    String address = KEYS + "/" + created.path("id");
    String before = created.header("ETag");
    withKey(created.path("key")).get(API + "/orders").then().statusCode(200);
    awaitUse(created.path("id"));

    String after =
        as(administrator)
            .header("If-None-Match", before)
            .get(address)
            .then()
            .statusCode(200)
            .extract()
            .header("ETag");

    assertThat(after).isNotEqualTo(before);
    as(administrator).header("If-None-Match", after).get(address).then().statusCode(304);
    as(administrator).header("If-Match", before).delete(address).then().statusCode(204);
  }

  @Test
  void aKeyLosesWhatItsOwnerLoses() {
    String id = as(administrator).get(API + "/users/me").path("id");
    String key = created("orders:read", "audit:read").path("key");
    withKey(key).get(API + "/orders").then().statusCode(200);

    as(Shop.administrator())
        .header("If-Match", "*")
        .body(Map.of("roles", List.of("customer")))
        .put(API + "/users/" + id + "/roles")
        .then()
        .statusCode(200);

    withKey(key).get(API + "/orders").then().statusCode(403);
  }

  @Test
  void aKeyDiesWithItsOwner() {
    String id = as(administrator).get(API + "/users/me").path("id");
    String key = created("orders:read").path("key");

    as(administrator).header("If-Match", "*").delete(API + "/users/" + id).then().statusCode(204);

    withKey(key).get(API + "/orders").then().statusCode(401);
  }

  @Test
  void twoProofsAreNoProof() {
    String key = created("orders:read").path("key");

    for (String authorization : List.of("Bearer " + administrator, "Basic YTpi", "")) {
      withKey(key)
          .header("Authorization", authorization)
          .get(API + "/orders")
          .then()
          .statusCode(401)
          .body("code", equalTo("unauthorized"))
          .body("detail", containsString("either Authorization or one X-API-Key"));
    }
    withKey(key).header("X-API-Key", key).get(API + "/orders").then().statusCode(401);
  }

  @Test
  void whatIsNoKeyIsRefusedWhereNoneIsNeededToo() {
    String key = created("orders:read").path("key");
    for (String wrong : List.of("", "qm_", key + "0", key.substring(1), "Bearer " + key)) {
      withKey(wrong).get(API + "/orders").then().statusCode(401);
      withKey(wrong).get(API + "/products").then().statusCode(401);
    }
    withKey(key).get(API + "/products").then().statusCode(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{}                                                          | name,scopes",
        "{\"name\":\" \",\"scopes\":[\"orders:read\"]}                 | name",
        "{\"name\":\"LONG\",\"scopes\":[\"orders:read\"]}              | name",
        "{\"name\":\"n\",\"scopes\":[]}                               | scopes",
        "{\"name\":\"n\",\"scopes\":[null]}                           | scopes[0]",
        "{\"name\":\"n\",\"scopes\":[\"orders:read\",\"orders:eat\"]}   | scopes[1]",
        "{\"name\":\"n\",\"scopes\":\"orders:read\"}                   | scopes",
        "{\"name\":\"n\",\"scopes\":[\"orders:read\"],\"expiresAt\":\"soon\"} | expiresAt",
        "{\"name\":\"n\",\"scopes\":[\"orders:read\"],\"expiresAt\":5} | expiresAt",
        "{\"name\":\"n\",\"scopes\":[\"orders:read\"],\"expiresAt\":\"2001-02-03T04:05:06Z\"} | expiresAt",
        "{\"name\":\"n\",\"scopes\":[\"orders:read\"],\"expiresAt\":\"2101-02-03T04:05:06Z\"} | expiresAt",
      })
  void aBadKeyIsRefusedByItsFields(String body, String fields) {
    Response answer = as(administrator).body(body.replace("LONG", "n".repeat(101))).post(KEYS);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.<String>path("code")).isEqualTo("validation-failed");
    assertThat(answer.<List<String>>path("errors.field").stream().distinct())
        .containsExactly(fields.split(",", -1));
  }

  @Test
  void aKeyEndsWhenItsMakerSays() {
    Instant end = Instant.now().plus(Duration.ofDays(364));
    Map<String, Object> wanted = new HashMap<>();
    wanted.put("name", "yearly");
    wanted.put("scopes", List.of("orders:read"));
    wanted.put("expiresAt", end.toString());

    Response created = as(administrator).body(wanted).post(KEYS);

    assertThat(created.statusCode()).isEqualTo(201);
    assertThat(Duration.between(Instant.parse(created.path("expiresAt")), end))
        .isLessThan(Duration.ofMillis(1));
  }

  @Test
  void keysAreListedByOwnerAndInOrder() {
    String owner = as(administrator).get(API + "/users/me").path("id");
    String first = created("orders:read").path("id");
    String second = created("orders:read").path("id");

    String mine = KEYS + "?ownerId=" + owner;
    assertThat(as(administrator).get(mine).<List<String>>path("data.id"))
        .containsExactly(second, first);
    assertThat(as(administrator).get(mine + "&sort=createdAt").<List<String>>path("data.id"))
        .containsExactly(first, second);
    as(administrator).get(KEYS + "?sort=lastUsedAt").then().statusCode(400);
    as(administrator).get(KEYS + "?ownerId=me").then().statusCode(400);
    String customer = Shop.newCustomer();
    assertThat(as(customer).get(KEYS).<List<String>>path("data")).isEmpty();
    as(customer).get(mine).then().statusCode(403);
    anonymous().get(KEYS).then().statusCode(401);
  }

  private Response created(String... scopes) {
    return as(administrator)
        .body(Map.of("name", "scanner", "scopes", List.of(scopes)))
        .post(KEYS)
        .then()
        .statusCode(201)
        .extract()
        .response();
  }

  private void awaitUse(String id) {
    long start = System.nanoTime();
    while (as(administrator).get(KEYS + "/" + id).path("lastUsedAt") == null) {
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE);
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
  }

  /** How many rows of a table hold the text anywhere. */
  private long rowsWith(String table, String text) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT count(*) FROM " + table + " AS row WHERE position(? IN row::text) > 0")) {
      statement.setString(1, text);
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        return result.getLong(1);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
