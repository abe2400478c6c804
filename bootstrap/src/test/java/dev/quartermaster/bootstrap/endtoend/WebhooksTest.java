package dev.quartermaster.bootstrap.endtoend;

import static dev.quartermaster.bootstrap.endtoend.Shop.API;
import static dev.quartermaster.bootstrap.endtoend.Shop.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import dev.quartermaster.bootstrap.Mailbox;
import dev.quartermaster.testkit.webhooks.WebhookReceiver;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The life of a webhook, with a receiver that verifies by the official library. */
@EndToEnd
class WebhooksTest {
  private static final String WEBHOOKS = API + "/webhooks";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Signed up once for all tests, since passwords take their time. */
  private static String administrator = "";

  private static String customer = "";

  private final WebhookReceiver receiver = new WebhookReceiver();

  @BeforeEach
  void people() {
    if (administrator.isEmpty()) {
      administrator = Shop.newAdministrator();
      customer = Shop.newCustomer();
    }
  }

  /** So that no other test's events are sent anywhere. */
  @AfterEach
  void leaveNoWebhook() {
    String me = as(administrator).get(API + "/users/me").path("id");
    as(administrator)
        .get(WEBHOOKS + "?limit=100&ownerId=" + me)
        .<List<String>>path("data.id")
        .forEach(
            id ->
                as(administrator)
                    .header("If-Match", "*")
                    .delete(WEBHOOKS + "/" + id)
                    .then()
                    .statusCode(204));
    receiver.close();
  }

  @Test
  void whatHappensToAnOrderArrivesSignedAndInOrder() {
    Response created = created("order.*");
    String order = confirmedOrder();
    as(administrator)
        .body(Map.of("carrier", "DHL", "tracking", "4711"))
        .post(API + "/orders/" + order + "/ship")
        .then()
        .statusCode(200);

    List<WebhookReceiver.Request> told = awaitTold(order, "order.shipped");

    assertThat(told).allMatch(request -> isSigned(request, created.path("secret")));
    assertThat(told)
        .extracting(request -> Long.valueOf(event(request).getString("sequence")))
        .isSorted();
    assertThat(told)
        .extracting(request -> event(request).getString("type"))
        .startsWith("order.placed")
        .contains("order.confirmed")
        .endsWith("order.shipped");
    assertThat(told)
        .allSatisfy(
            request -> {
              assertThat(event(request).getString("specversion")).isEqualTo("1.0");
              assertThat(event(request).getString("id")).isEqualTo(request.header("webhook-id"));
              assertThat(event(request).getString("data.id")).isEqualTo(order);
              assertThat(request.header("content-type")).startsWith("application/json");
            });
  }

  @Test
  void aDeliveryIsLoggedAndCanBeMadeAgainBySecretsOldAndNew() {
    Response created = created("order.placed");
    String webhook = WEBHOOKS + "/" + created.path("id");
    String order = newOrder();
    WebhookReceiver.Request first = awaitTold(order, "order.placed").getFirst();
    String delivery =
        await(
            () ->
                as(administrator)
                    .get(webhook + "/deliveries?state=delivered")
                    .<List<String>>path("data.links.self")
                    .stream()
                    .findFirst()
                    .orElse(""));
    as(administrator)
        .get(delivery)
        .then()
        .statusCode(200)
        .body("eventId", equalTo(first.header("webhook-id")))
        .body("eventType", equalTo("order.placed"))
        .body("attempts", equalTo(1))
        .body("request.url", equalTo(receiver.address() + "/hooks"))
        .body("request.body", equalTo(first.body()))
        .body("request.headers.webhook-timestamp", equalTo(first.header("webhook-timestamp")))
        .body("response.status", equalTo(204))
        .body("nextAttemptAt", nullValue());

    String secret =
        as(administrator)
            .post(webhook + "/rotate-secret")
            .then()
            .statusCode(200)
            .extract()
            .path("secret");
    Response again = as(administrator).post(delivery + "/redeliver");
    assertThat(again.statusCode()).as(again.asString()).isEqualTo(202);
    assertThat(again.<String>path("eventId")).isEqualTo(first.header("webhook-id"));

    awaitTrue(() -> receiver.requests().size() == 2);
    WebhookReceiver.Request second = receiver.requests().getLast();
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(isSigned(second, created.path("secret"))).isTrue();
    assertThat(isSigned(second, secret)).isTrue();
    assertThat(isSigned(first, secret)).isFalse();
  }

  @Test
  void whatFailsIsShownAndComesAgain() {
    receiver.behave(
        (exchange, _) -> {
          int status = receiver.requests().size() == 1 ? 500 : 204;
          exchange.sendResponseHeaders(status, -1);
        });
    String webhook = WEBHOOKS + "/" + created("order.placed").path("id");
    newOrder();

    await(
        () ->
            as(administrator)
                .get(webhook + "/deliveries")
                .<List<Integer>>path("data.response.status")
                .toString(),
        "[500]");
    as(administrator)
        .get(webhook + "/deliveries?state=pending")
        .then()
        .body("data[0].attempts", equalTo(1))
        .body("data[0].nextAttemptAt", containsString("T"));
    as(administrator).get(webhook).then().body("failingSince", containsString("T"));

    await(
        () ->
            as(administrator)
                .get(webhook + "/deliveries")
                .<List<String>>path("data.state")
                .toString(),
        "[delivered]");
    as(administrator).get(webhook).then().body("failingSince", nullValue());
    assertThat(receiver.requests())
        .extracting(request -> request.header("webhook-id"))
        .hasSize(2)
        .containsOnly(receiver.requests().getFirst().header("webhook-id"));
  }

  @Test
  void aReceiverThatHangsDelaysNobodyElse() {
    CountDownLatch told = new CountDownLatch(1);
    try (WebhookReceiver hanging = new WebhookReceiver()) {
      hanging.behave((_, _) -> await(told));
      created(hanging.address(), "order.*");
      created("order.*");

      String first = confirmedOrder();
      String second = confirmedOrder();

      awaitTold(first, "order.confirmed");
      awaitTold(second, "order.confirmed");
      assertThat(hanging.requests())
          .as("the next of a thing waits for the one before")
          .hasSizeLessThanOrEqualTo(2);
    } finally {
      told.countDown();
    }
  }

  @Test
  void whoIsGoneIsDisabledAndItsOwnerMailed() {
    receiver.behave(WebhookReceiver.answering(410));
    String id = created("order.placed").path("id");
    newOrder();

    await(() -> as(administrator).get(WEBHOOKS + "/" + id).path("status"), "disabled");

    String address = as(administrator).get(API + "/users/me").path("email");
    awaitTrue(
        () ->
            Mailbox.mailsTo(address).stream()
                .anyMatch(mail -> mail.get("text").contains("your webhook " + id)));
    as(administrator)
        .body(Map.of("from", "2026-01-01T00:00:00Z", "to", "2026-01-02T00:00:00Z"))
        .post(WEBHOOKS + "/" + id + "/replay")
        .then()
        .statusCode(409)
        .body("code", equalTo("webhook-not-enabled"));
  }

  @Test
  void whatHappenedBeforeCanBeReplayed() {
    Instant from = Instant.now().minusSeconds(1);
    String order = confirmedOrder();
    String webhook = WEBHOOKS + "/" + created("order.placed").path("id");

    as(administrator)
        .body(Map.of("from", from.toString(), "to", Instant.now().toString()))
        .post(webhook + "/replay")
        .then()
        .statusCode(202)
        .body("links.deliveries", equalTo(webhook + "/deliveries"));

    assertThat(awaitTold(order, "order.placed"))
        .extracting(request -> event(request).getString("type"))
        .containsOnly("order.placed");
  }

  @Test
  void aSecretIsShownOnce() {
    Response created = created("*");
    String webhook = WEBHOOKS + "/" + created.path("id");
    assertThat(created.<String>path("secret")).matches("whsec_[A-Za-z0-9+/]{43}=");
    assertThat(created.header("Cache-Control")).isEqualTo("no-store");

    as(administrator)
        .get(webhook)
        .then()
        .statusCode(200)
        .body("secret", nullValue())
        .body("status", equalTo("enabled"));
    as(administrator)
        .header("If-Match", created.header("ETag"))
        .body(Map.of("status", "disabled", "description", "for now"))
        .patch(webhook)
        .then()
        .statusCode(200)
        .body("secret", nullValue())
        .body("status", equalTo("disabled"))
        .body("links.replay", nullValue());
    as(administrator)
        .header("If-Match", created.header("ETag"))
        .body(Map.of("status", "enabled"))
        .patch(webhook)
        .then()
        .statusCode(412);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{}                                                                   | eventTypes,url",
        "{\"url\":\"ftp://shop.example\",\"eventTypes\":[\"*\"]}                   | url",
        "{\"url\":\"https://10.0.0.1/hooks\",\"eventTypes\":[\"*\"]}               | url",
        "{\"url\":\"https://[::ffff:169.254.169.254]\",\"eventTypes\":[\"*\"]}     | url",
        "{\"url\":\"https://ada:secret@shop.example\",\"eventTypes\":[\"*\"]}      | url",
        "{\"url\":\"https://shop.example\",\"eventTypes\":[]}                    | eventTypes",
        "{\"url\":\"https://shop.example\",\"eventTypes\":[\"*\",\"order\"]}       | eventTypes[1]",
        "{\"url\":\"x\",\"eventTypes\":[\"Order\"]}                      | eventTypes[0],url",
      })
  void aBadWebhookIsRefusedByItsFields(String body, String fields) {
    Response answer = as(administrator).body(body).post(WEBHOOKS);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.<String>path("code")).isEqualTo("validation-failed");
    assertThat(answer.<List<String>>path("errors.field").stream().distinct())
        .containsExactlyInAnyOrder(fields.split(",", -1));
  }

  private Response created(String eventType) {
    return created(receiver.address(), eventType);
  }

  private static Response created(String address, String eventType) {
    return as(administrator)
        .body(Map.of("url", address + "/hooks", "eventTypes", List.of(eventType)))
        .post(WEBHOOKS)
        .then()
        .statusCode(201)
        .extract()
        .response();
  }

  private String confirmedOrder() {
    String order = newOrder();
    as(customer)
        .body(Map.of("paymentMethod", "pm_ok"))
        .post(API + "/orders/" + order + "/payments")
        .then()
        .statusCode(201);
    return order;
  }

  private String newOrder() {
    return as(customer)
        .body(Shop.orderOf(Shop.newProduct(administrator, 5), 1))
        .post(API + "/orders")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  /** What the receiver was told of an order, as soon as it knows of that type. */
  private List<WebhookReceiver.Request> awaitTold(String order, String type) {
    awaitTrue(
        () -> told(order).stream().anyMatch(request -> type.equals(event(request).get("type"))));
    return told(order);
  }

  private List<WebhookReceiver.Request> told(String order) {
    return receiver.requests().stream()
        .filter(request -> ("order/" + order).equals(event(request).get("subject")))
        .toList();
  }

  private static JsonPath event(WebhookReceiver.Request request) {
    return JsonPath.from(request.body());
  }

  private static boolean isSigned(WebhookReceiver.Request request, String secret) {
    Map<String, List<String>> headers =
        request.headers().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue())));
    try {
      new Webhook(secret).verify(request.body(), headers);
      return true;
    } catch (WebhookVerificationException notSigned) {
      return false;
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void await(Supplier<String> look, String wanted) {
    awaitTrue(() -> wanted.equals(look.get()));
  }

  private static String await(Supplier<String> look) {
    awaitTrue(() -> !look.get().isEmpty());
    return look.get();
  }

  private static void awaitTrue(Supplier<Boolean> condition) {
    long start = System.nanoTime();
    while (!condition.get()) {
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE);
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }
}
