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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
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
  void ordersAtOnceUnderTheirKeysAreEachAnsweredAndRepeatedAlone() throws Exception {
    String administrator = Shop.administrator();
    String product = Shop.newProduct(administrator, 60);
    List<String> tokens = List.of(Shop.newCustomer(), Shop.newCustomer(), Shop.newCustomer());
    Map<String, List<Response>> answers = new ConcurrentHashMap<>();
    AtomicInteger numbers = new AtomicInteger();
    Callable<Response> twice =
        () -> {
          int number = numbers.getAndIncrement();
          String key = "order-" + number;
          String token = tokens.get(number % tokens.size());
          // A third asks for a product that nobody sells, or for more than there ever were.
          Map<String, Object> order =
              switch (number % 6) {
                case 2 -> Shop.orderOf(UUID.randomUUID().toString(), 1);
                case 5 -> Shop.orderOf(product, 61);
                default -> Shop.orderOf(product, 1);
              };
          Response first = place(token, key, order);
          Response second = place(token, key, order);
          answers.put(key, List.of(first, second));
          return second;
        };

    atOnce(120, twice);

    assertThat(answers).hasSize(120);
    List<String> placed = new ArrayList<>();
    answers.forEach(
        (key, pair) -> {
          Response first = pair.getFirst();
          Response second = pair.getLast();
          assertThat(second.statusCode()).as(key).isEqualTo(first.statusCode());
          switch (first.statusCode()) {
            case 201 -> {
              placed.add(first.path("id"));
              assertThat(second.asString()).isEqualTo(first.asString());
              assertThat(second.header("Location")).isEqualTo(first.header("Location"));
              assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
            }
            case 409 -> {
              assertThat(first.<String>path("code")).isEqualTo("insufficient-stock");
              assertThat(second.asString()).isEqualTo(first.asString());
            }
            default -> assertThat(first.<String>path("code")).isEqualTo("validation-failed");
          }
          assertThat(first.header("Idempotency-Replayed")).isNull();
          assertThat(second.header("Idempotency-Replayed"))
              .isEqualTo(first.statusCode() == 400 ? null : "true");
        });
    assertThat(placed).hasSize(60).doesNotHaveDuplicates();
    Shop.stock(product).then().body("available", equalTo(0)).body("reserved", equalTo(60));
    List<Integer> deltas =
        as(administrator)
            .get(API + "/products/" + product + "/stock/movements?limit=100")
            .path("data.reservedDelta");
    assertThat(deltas.stream().mapToInt(Integer::intValue).sum()).isEqualTo(60);
    assertThat(place(tokens.getFirst(), "order-0", Shop.orderOf(product, 2)).statusCode())
        .isEqualTo(422);
  }

  @Test
  void theAuditTrailNamesTheRequestOfEachOrder() throws Exception {
    String administrator = Shop.administrator();
    String product = Shop.newProduct(administrator, 50);
    String token = Shop.newCustomer();
    Map<String, String> requests = new ConcurrentHashMap<>();

    atOnce(
        50,
        () -> {
          String request = "hot-" + UUID.randomUUID();
          Response answer =
              as(token)
                  .header("X-Request-Id", request)
                  .body(Shop.orderOf(product, 1))
                  .post(API + "/orders");
          requests.put(answer.path("id"), request);
          return answer;
        });

    assertThat(requests).hasSize(50);
    requests.forEach(
        (order, request) ->
            assertThat(
                    as(administrator)
                        .get(API + "/audit-events?targetType=order&targetId=" + order)
                        .<List<String>>path("data.requestId"))
                .containsExactly(request));
  }

  /** Whoever works for a group must not tell the others under which name they were asked. */
  @Test
  void eachAnswerNamesTheServerAsItsOwnRequestDid() throws Exception {
    String product = Shop.newProduct(Shop.administrator(), 50);
    String token = Shop.newCustomer();
    AtomicInteger numbers = new AtomicInteger();
    Map<String, Response> answers = new ConcurrentHashMap<>();

    atOnce(
        50,
        () -> {
          String host = "shop-" + numbers.getAndIncrement() + ".example";
          Response answer =
              as(token)
                  .header("Host", host)
                  .header("Idempotency-Key", host)
                  .body(Shop.orderOf(product, 1))
                  .post(API + "/orders");
          answers.put(host, answer);
          return answer;
        });

    assertThat(answers).hasSize(50);
    answers.forEach(
        (host, answer) ->
            assertThat(answer.header("Location"))
                .isEqualTo("http://" + host + API + "/orders/" + answer.path("id")));
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

  private static Response place(String token, String key, Map<String, Object> order) {
    return as(token).header("Idempotency-Key", key).body(order).post(API + "/orders");
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
