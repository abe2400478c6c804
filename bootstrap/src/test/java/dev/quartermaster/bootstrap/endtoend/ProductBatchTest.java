package dev.quartermaster.bootstrap.endtoend;

import static dev.quartermaster.bootstrap.endtoend.Shop.API;
import static dev.quartermaster.bootstrap.endtoend.Shop.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many changes of the catalogue in one request. */
@EndToEnd
class ProductBatchTest {
  private String clerk = "";
  private final String mark = "b" + UUID.randomUUID().toString().replace("-", "");

  @BeforeEach
  void aClerk() {
    clerk = Shop.newAdministrator();
  }

  @Test
  void eachOperationIsAcceptedOrRefusedByItself() {
    String edited = Shop.newProduct(clerk, 0);
    String deleted = Shop.newProduct(clerk, 0);
    String untouched = Shop.newProduct(clerk, 0);

    Response answer =
        apply(
            create(mark + "-1"),
            Map.of("op", "edit", "id", edited, "ifMatch", "\"1\"", "changes", named("Candle")),
            Map.of("op", "edit", "id", untouched, "ifMatch", "\"9\"", "changes", named("Candle")),
            Map.of("op", "edit", "id", untouched, "changes", named("Candle")),
            Map.of("op", "edit", "id", untouched, "ifMatch", "*", "changes", named(" ")),
            create(mark + "-1"),
            Map.of("op", "create", "product", Map.of("sku", "no good")),
            Map.of("op", "create"),
            Map.of("op", "delete", "id", deleted, "ifMatch", "*"),
            Map.of("op", "delete", "id", deleted, "ifMatch", "*"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.<List<Integer>>path("results.status"))
        .containsExactly(201, 200, 412, 428, 400, 409, 400, 400, 204, 404);
    assertThat(answer.<String>path("results[0].product.sku")).isEqualTo(mark + "-1");
    assertThat(answer.<String>path("results[1].etag")).isEqualTo("\"2\"");
    assertThat(answer.<String>path("results[5].problem.code")).isEqualTo("sku-taken");
    assertThat(answer.<List<String>>path("results[6].problem.errors.field"))
        .containsExactly("name", "price", "sku");
    assertThat(as(clerk).get(API + "/products/" + edited).<String>path("name")).isEqualTo("Candle");
    assertThat(as(clerk).get(API + "/products/" + untouched).header("ETag")).startsWith("\"1-");
    assertThat(as(clerk).get(API + "/products/" + deleted).statusCode()).isEqualTo(404);
    assertThat(
            as(clerk)
                .get(API + "/audit-events?targetId=" + edited)
                .<List<String>>path("data.action"))
        .containsExactlyInAnyOrder("product.created", "product.edited");
  }

  @Test
  void aSkuOfADeletedProductIsFreeAtOnce() {
    Response first = apply(create(mark));
    Response second =
        apply(
            Map.of("op", "delete", "id", first.path("results[0].product.id"), "ifMatch", "*"),
            create(mark));
    assertThat(second.<List<Integer>>path("results.status")).containsExactly(204, 201);
  }

  @Test
  void aRepetitionUnderItsKeyGetsTheSameAnswer() {
    String key = UUID.randomUUID().toString();
    Map<String, Object> batch = Map.of("operations", List.of(create(mark)));
    Response first = send(key, batch);
    Response second = send(key, batch);
    assertThat(second.asString()).isEqualTo(first.asString());
    assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
  }

  @Test
  void takesFiveHundredOperationsAndNoMore() {
    Map<String, Object> broken = Map.of("op", "create");
    Response most = send("most", Map.of("operations", Collections.nCopies(500, broken)));
    assertThat(most.<List<Integer>>path("results.status")).hasSize(500).containsOnly(400);
    Response more = send("more", Map.of("operations", Collections.nCopies(501, broken)));
    assertThat(more.statusCode()).isEqualTo(400);
    assertThat(more.<List<String>>path("errors.field")).containsExactly("operations");
    assertThat(send("none", Map.of("operations", List.of())).statusCode()).isEqualTo(400);
  }

  @SafeVarargs
  private Response apply(Map<String, Object>... operations) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (Map<String, Object> operation : operations) {
      all.add(operation);
    }
    return send(UUID.randomUUID().toString(), Map.of("operations", all));
  }

  private Response send(String key, Map<String, Object> batch) {
    return as(clerk).header("Idempotency-Key", key).body(batch).post(API + "/products/batch");
  }

  private static Map<String, Object> create(String sku) {
    Map<String, Object> product = new HashMap<>(named("Tea light"));
    product.put("sku", sku);
    product.put("price", Map.of("amount", 1999, "currency", "EUR"));
    return Map.of("op", "create", "product", product);
  }

  private static Map<String, Object> named(String name) {
    return Map.of("name", name);
  }
}
