package dev.quartermaster.bootstrap.endtoend;

import static dev.quartermaster.bootstrap.endtoend.Shop.API;
import static dev.quartermaster.bootstrap.endtoend.Shop.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Many want the same thing at the same moment. */
@EndToEnd
class HotProductTest {

  @Test
  void twoHundredOrdersForAHundredPiecesSellAHundred() throws Exception {
    String product = Shop.newProduct(Shop.administrator(), 100);
    String token = Shop.newCustomer();

    List<Response> answers =
        atOnce(200, () -> as(token).body(Shop.orderOf(product, 1)).post(API + "/orders"));

    assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(100);
    assertThat(answers)
        .filteredOn(answer -> answer.statusCode() != 201)
        .hasSize(100)
        .allSatisfy(
            answer -> {
              assertThat(answer.statusCode()).isEqualTo(409);
              assertThat(answer.<String>path("code")).isEqualTo("insufficient-stock");
              assertThat(answer.<String>path("errors[0].field")).isEqualTo("items[0].quantity");
            });
    Shop.stock(product).then().body("available", equalTo(0)).body("reserved", equalTo(100));
  }

  @Test
  void oneKeySentFiftyTimesAtOnceIsOneOrder() throws Exception {
    String product = Shop.newProduct(Shop.administrator(), 100);
    String token = Shop.newCustomer();
    String key = UUID.randomUUID().toString();
    Callable<Response> order =
        () ->
            as(token)
                .header("Idempotency-Key", key)
                .body(Shop.orderOf(product, 1))
                .post(API + "/orders");

    List<Response> answers = atOnce(50, order);

    assertThat(answers)
        .allSatisfy(
            answer ->
                assertThat(answer.statusCode() == 201 || isTwinInFlight(answer))
                    .as(answer.asString())
                    .isTrue());
    String id = order.call().then().statusCode(201).extract().path("id");
    assertThat(answers)
        .filteredOn(answer -> answer.statusCode() == 201)
        .isNotEmpty()
        .allSatisfy(answer -> assertThat(answer.<String>path("id")).isEqualTo(id));
    Shop.stock(product).then().body("available", equalTo(99));
    order.call().then().header("Idempotency-Replayed", "true");
  }

  @Test
  void ordersThatNameTheSameProductsInOtherOrdersNeverBlockEachOther() throws Exception {
    String administrator = Shop.administrator();
    String one = Shop.newProduct(administrator, 1_000);
    String other = Shop.newProduct(administrator, 1_000);
    String token = Shop.newCustomer();

    List<Response> answers =
        atOnce(
            100,
            () -> {
              boolean turned = Math.floorMod(Thread.currentThread().threadId(), 2) == 0;
              return as(token)
                  .body(turned ? twoLines(one, other) : twoLines(other, one))
                  .post(API + "/orders");
            });

    assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(201));
    Shop.stock(one).then().body("available", equalTo(900));
    Shop.stock(other).then().body("available", equalTo(900));
  }

  private static Map<String, Object> twoLines(String first, String second) {
    return Map.of(
        "items",
        List.of(
            Map.of("productId", first, "quantity", 1), Map.of("productId", second, "quantity", 1)));
  }

  private static boolean isTwinInFlight(Response answer) {
    return answer.statusCode() == 409
        && answer.<String>path("code").equals("idempotency-in-progress")
        && answer.header("Retry-After") != null;
  }

  private static List<Response> atOnce(int times, Callable<Response> request)
      throws InterruptedException, ExecutionException {
    // Not virtual threads: what reads the answers loads classes, which holds the few carriers.
    try (ExecutorService executor = Executors.newFixedThreadPool(times)) {
      List<Future<Response>> running = new ArrayList<>();
      for (int count = 0; count < times; count++) {
        running.add(executor.submit(request));
      }
      List<Response> answers = new ArrayList<>();
      for (Future<Response> future : running) {
        answers.add(future.get());
      }
      return answers;
    }
  }
}
