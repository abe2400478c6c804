package dev.quartermaster.bootstrap.endtoend;

import static dev.quartermaster.bootstrap.endtoend.Shop.API;
import static dev.quartermaster.bootstrap.endtoend.Shop.anonymous;
import static dev.quartermaster.bootstrap.endtoend.Shop.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.quartermaster.application.payments.AdvancePayment;
import dev.quartermaster.domain.payments.PaymentId;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.testkit.payments.StripeStub;
import dev.quartermaster.testkit.payments.StripeStub.Fault;
import dev.quartermaster.testkit.payments.StripeStubEvents;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Orders that are paid by Stripe, and its events in whatever order they come. No job looks for due
 * payments meanwhile, so that it is the events which carry them on.
 */
@EndToEnd
@TestProfile(QueryBudgetTest.WithoutJobs.class)
@QuarkusTestResource(value = StripeResource.class, restrictToAnnotatedClass = true)
class StripePaymentsTest {
  private static final String SUCCEEDED = "payment_intent.succeeded";
  private static final int TOTAL = 5_997;

  @Inject AdvancePayment advancePayment;

  private final StripeStub stripe = StripeResource.running();
  private String administrator = "";
  private String customer = "";
  private String order = "";

  @BeforeEach
  void anOrder() {
    stripe.suffer(_ -> Fault.NONE);
    administrator = Shop.administrator();
    customer = Shop.newCustomer();
    order =
        as(customer)
            .body(Shop.orderOf(Shop.newProduct(administrator, 10), 3))
            .post(API + "/orders")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
  }

  @Test
  void anOrderIsPaidAndPaidBack() {
    String payment = pay(StripeStub.GOOD).then().statusCode(201).extract().path("id");
    assertThat(stripe.books().kept(payment)).containsExactly((long) TOTAL);
    assertOrderIs("confirmed");

    as(administrator)
        .body(Map.of("amount", Map.of("amount", 1_000, "currency", "EUR"), "reason", "late"))
        .post(path("/refund"))
        .then()
        .statusCode(200)
        .body("refunds[0].status", equalTo("succeeded"))
        .body("refunds[0].failure", nullValue());
    assertThat(stripe.books().kept(payment)).containsExactly(TOTAL - 1_000L);
    as(administrator).body(Map.of("reason", "lost")).post(path("/refund")).then().statusCode(200);
    assertThat(stripe.books().kept(payment)).isEmpty();
    assertOrderIs("refunded");
  }

  @Test
  void aDeclinedCardTakesNothingAndAnotherPays() {
    pay(StripeStub.BAD).then().statusCode(409).body("code", equalTo("payment-declined"));
    pay("pm_unheard_of").then().statusCode(409).body("code", equalTo("payment-declined"));
    pay("visa").then().statusCode(400).body("errors[0].field", equalTo("paymentMethod"));
    assertOrderIs("pending_payment");
    pay(StripeStub.GOOD).then().statusCode(201);
    assertOrderIs("confirmed");
  }

  @Test
  void eventsBeforeThePollTwiceAndAfterItPayOnce() {
    stripe.suffer(kind -> kind.equals("confirm") || kind.equals("read") ? Fault.LOST : Fault.NONE);
    String payment = pay(StripeStub.GOOD).then().statusCode(202).extract().path("id");
    stripe.suffer(_ -> Fault.NONE);

    send(StripeStubEvents.event("payment_intent.created", payment)).then().statusCode(204);
    assertOrderIs("pending_payment");
    String event = StripeStubEvents.event("payment_intent.amount_capturable_updated", payment);
    send(event).then().statusCode(204);
    assertOrderIs("confirmed");
    send(event).then().statusCode(204);
    poll(payment);
    send(StripeStubEvents.event("payment_intent.canceled", payment)).then().statusCode(204);
    send(StripeStubEvents.event(SUCCEEDED, payment)).then().statusCode(204);

    assertOrderIs("confirmed");
    assertThat(stripe.books().kept(payment)).containsExactly((long) TOTAL);
    assertThat(as(customer).get(path("/history")).<List<String>>path("data.reason"))
        .containsExactly("order placed", "payment begun", "paid");
  }

  @Test
  void whatIsNotSignedByStripeMovesNothing() {
    stripe.suffer(kind -> kind.equals("confirm") || kind.equals("read") ? Fault.LOST : Fault.NONE);
    String payment = pay(StripeStub.GOOD).then().statusCode(202).extract().path("id");
    stripe.suffer(_ -> Fault.NONE);
    String event = StripeStubEvents.event(SUCCEEDED, payment);

    anonymous().body(event).post(API + "/webhooks/stripe").then().statusCode(400);
    send(event, "whsec_other", Instant.now())
        .then()
        .statusCode(400)
        .body("code", equalTo("invalid-signature"))
        .body("detail", containsString("signature"));
    send(event, StripeStubEvents.SECRET, Instant.now().minusSeconds(600)).then().statusCode(400);
    assertOrderIs("pending_payment");
  }

  @Test
  void eventsThatAreNoneOfOursAreHeardAndForgotten() {
    send(StripeStubEvents.event("customer.created", "cus_1")).then().statusCode(204);
    send(StripeStubEvents.event(SUCCEEDED, UUID.randomUUID().toString())).then().statusCode(204);
    send("[]").then().statusCode(400).body("errors[0].field", equalTo("body"));
    send("x".repeat(1_100_000)).then().statusCode(413);
  }

  @Test
  void aRefundThatStripeRefusesShowsAndLeavesTheOrderPaid() {
    String payment = pay(StripeStub.UNREFUNDABLE).then().statusCode(201).extract().path("id");

    as(administrator)
        .body(Map.of("reason", "late"))
        .post(path("/refund"))
        .then()
        .statusCode(409)
        .body("code", equalTo("refund-refused"))
        .body("detail", containsString("lost_or_stolen_card"));

    as(customer)
        .get(path("/payments/" + payment))
        .then()
        .statusCode(200)
        .body("status", equalTo("captured"))
        .body("refunded.amount", equalTo(0))
        .body("refunds[0].status", equalTo("failed"))
        .body("refunds[0].failure", equalTo("lost_or_stolen_card"));
    assertOrderIs("confirmed");
    assertThat(stripe.books().kept(payment)).containsExactly((long) TOTAL);
  }

  private Response pay(String method) {
    return as(customer).body(Map.of("paymentMethod", method)).post(path("/payments"));
  }

  /** What a node does that finds the payment due. */
  private void poll(String payment) {
    var _ =
        advancePayment.advance(
            new AdvancePayment.Command(
                new Actor.SystemProcess("test"), new PaymentId(UUID.fromString(payment))));
  }

  private static Response send(String event) {
    return send(event, StripeStubEvents.SECRET, Instant.now());
  }

  private static Response send(String event, String secret, Instant at) {
    return anonymous()
        .header("Stripe-Signature", StripeStubEvents.signature(event, secret, at))
        .body(event)
        .post(API + "/webhooks/stripe");
  }

  private void assertOrderIs(String status) {
    as(customer).get(path("")).then().body("status", equalTo(status));
  }

  private String path(String rest) {
    return API + "/orders/" + order + rest;
  }
}
