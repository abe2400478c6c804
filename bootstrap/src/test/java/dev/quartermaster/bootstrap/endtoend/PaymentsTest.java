package dev.quartermaster.bootstrap.endtoend;

import static dev.quartermaster.bootstrap.endtoend.Shop.API;
import static dev.quartermaster.bootstrap.endtoend.Shop.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How an order is paid, sent and paid back, with all that the simulated gateway does to it. */
@EndToEnd
class PaymentsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private String administrator = "";
  private String customer = "";
  private String product = "";
  private String order = "";

  @BeforeEach
  void anOrder() {
    administrator = Shop.administrator();
    customer = Shop.newCustomer();
    product = Shop.newProduct(administrator, 10);
    order =
        as(customer)
            .body(Shop.orderOf(product, 3))
            .post(API + "/orders")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
  }

  @Test
  void fromPaymentToDelivery() {
    as(customer).get(path("")).then().body("links", hasKey("payments"));
    Response paid = pay("pm_ok");
    paid.then()
        .statusCode(201)
        .header("Location", endsWith(path("/payments/" + paid.path("id"))))
        .body("orderId", equalTo(order))
        .body("status", equalTo("captured"))
        .body("amount.amount", equalTo(5997))
        .body("refunded.amount", equalTo(0));
    as(customer)
        .get(path("/payments/" + paid.path("id")))
        .then()
        .statusCode(200)
        .body("status", equalTo("captured"));
    as(customer)
        .get(path(""))
        .then()
        .body("status", equalTo("confirmed"))
        .body("links", not(hasKey("payments")))
        .body("links", not(hasKey("cancel")))
        .body("links", not(hasKey("ship")));
    as(customer).post(path("/cancel")).then().statusCode(409);
    as(administrator)
        .get(path(""))
        .then()
        .body("links", hasKey("ship"))
        .body("links", hasKey("refund"));

    as(administrator).post(path("/deliver")).then().statusCode(409);
    as(administrator)
        .body(Map.of("carrier", "DHL", "tracking", "4711"))
        .post(path("/ship"))
        .then()
        .statusCode(200)
        .body("status", equalTo("shipped"))
        .body("links", hasKey("deliver"));
    Shop.stock(product).then().body("onHand", equalTo(7)).body("reserved", equalTo(0));
    as(administrator)
        .post(path("/deliver"))
        .then()
        .statusCode(200)
        .body("status", equalTo("delivered"));
    as(customer)
        .get(path("/history"))
        .then()
        .body(
            "data.status",
            contains("pending_payment", "pending_payment", "confirmed", "shipped", "delivered"))
        .body(
            "data.reason",
            contains(
                "order placed", "payment begun", "paid", "shipped with DHL as 4711", "delivered"));
  }

  @Test
  void aDeclinedPaymentTakesNothingAndTheOrderCanBePaidOtherwise() {
    pay("pm_declined").then().statusCode(409).body("code", equalTo("payment-declined"));
    as(customer).get(path("")).then().body("status", equalTo("pending_payment"));
    pay("pm_ok").then().statusCode(201);
    as(customer).get(path("")).then().body("status", equalTo("confirmed"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"pm_flaky", "pm_lost_reply"})
  void whatFailsAtFirstIsChargedOnce(String method) {
    pay(method).then().statusCode(201).body("status", equalTo("captured"));
    as(customer).get(path("")).then().body("status", equalTo("confirmed"));
  }

  @Test
  void aSlowPaymentIsAnsweredSoonAndGoesOnByItself() {
    RequestSpecification asking = as(customer).header("Idempotency-Key", UUID.randomUUID());
    asking
        .body(Map.of("paymentMethod", "pm_slow"))
        .post(path("/payments"))
        .then()
        .statusCode(202)
        .body("status", equalTo("pending"));
    as(customer)
        .post(path("/cancel"))
        .then()
        .statusCode(409)
        .body("code", equalTo("payment-under-way"));
    pay("pm_ok").then().statusCode(409).body("code", equalTo("payment-under-way"));
    awaitOrderIn("confirmed");
    asking
        .post(path("/payments"))
        .then()
        .statusCode(201)
        .header("Idempotency-Replayed", nullValue())
        .body("status", equalTo("captured"));
    asking.post(path("/payments")).then().statusCode(201).header("Idempotency-Replayed", "true");
  }

  @Test
  void theSameMethodAgainIsTheSamePayment() {
    String first = pay("pm_ok").then().statusCode(201).extract().path("id");
    pay("pm_ok").then().statusCode(201).body("id", equalTo(first));
    pay("pm_flaky").then().statusCode(409).body("code", equalTo("order-not-payable"));
  }

  @Test
  void anUnknownMethodIsNamed() {
    pay("pm_unheard_of").then().statusCode(400).body("errors[0].field", equalTo("paymentMethod"));
    as(customer).get(path("")).then().body("links", hasKey("payments"));
  }

  @Test
  void aRefundBeforeShippingGivesTheStockBack() {
    pay("pm_ok").then().statusCode(201);
    refund(Map.of("amount", euros(1_000), "reason", "late"))
        .then()
        .statusCode(200)
        .body("status", equalTo("partially_refunded"))
        .body("refunded.amount", equalTo(1_000));
    refund(Map.of("amount", euros(5_000), "reason", "too much"))
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("amount.amount"));
    Shop.stock(product).then().body("reserved", equalTo(3));
    refund(Map.of("reason", "lost"))
        .then()
        .statusCode(200)
        .body("status", equalTo("refunded"))
        .body("refunded.amount", equalTo(5_997));
    as(customer).get(path("")).then().body("status", equalTo("refunded"));
    Shop.stock(product).then().body("reserved", equalTo(0)).body("onHand", equalTo(10));
    as(administrator)
        .get(API + "/products/" + product + "/stock/movements")
        .then()
        .body("data.kind", contains("return", "reservation", "adjustment"));
    refund(Map.of("reason", "again"))
        .then()
        .statusCode(409)
        .body("code", equalTo("order-not-refundable"));
  }

  @Test
  void aRefundUnderItsKeyIsOne() {
    pay("pm_ok").then().statusCode(201);
    RequestSpecification asking =
        as(administrator)
            .header("Idempotency-Key", UUID.randomUUID())
            .body(Map.of("amount", euros(1_000), "reason", "late"));
    asking.post(path("/refund")).then().statusCode(200).body("refunded.amount", equalTo(1_000));
    asking
        .post(path("/refund"))
        .then()
        .statusCode(200)
        .header("Idempotency-Replayed", "true")
        .body("refunded.amount", equalTo(1_000));
  }

  private Response pay(String method) {
    return as(customer).body(Map.of("paymentMethod", method)).post(path("/payments"));
  }

  private Response refund(Map<String, Object> body) {
    return as(administrator).body(body).post(path("/refund"));
  }

  private static Map<String, Object> euros(int cents) {
    return Map.of("amount", cents, "currency", "EUR");
  }

  private void awaitOrderIn(String status) {
    long giveUp = System.nanoTime() + PATIENCE.toNanos();
    while (!as(customer).get(path("")).path("status").equals(status)) {
      assertThat(System.nanoTime()).as("the order never is " + status).isLessThan(giveUp);
    }
  }

  private String path(String rest) {
    return API + "/orders/" + order + rest;
  }
}
