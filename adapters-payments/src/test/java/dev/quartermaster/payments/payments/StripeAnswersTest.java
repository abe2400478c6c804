package dev.quartermaster.payments.payments;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.matching.UrlPathPattern;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.quartermaster.domain.payments.Charge;
import dev.quartermaster.domain.payments.ChargeStatus;
import dev.quartermaster.domain.payments.PaymentId;
import dev.quartermaster.domain.payments.RefundId;
import dev.quartermaster.domain.shared.Money;
import dev.quartermaster.domain.shared.Unavailable;
import dev.quartermaster.testkit.payments.StripeStub;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every answer that Stripe can give, and those that it never means to. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StripeAnswersTest {
  private static final Money AMOUNT = new Money(1_250, Currency.getInstance("EUR"));
  private static final String INTENT = "/v1/payment_intents/[^/]+";

  /** Shorter than the slow answers below. */
  private static final Duration IMPATIENCE = Duration.ofMillis(700);

  private static final int SLOW = 2_500;

  private final StripeStub stripe = new StripeStub();
  private final WireMockServer between =
      new WireMockServer(WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());

  @Inject StripeIntents intents;

  private StripeGateway gateway;
  private PaymentId payment;
  private RefundId refund;

  /** What Stripe is asked for. */
  private enum Step {
    CREATE("/v1/payment_intents", ChargeStatus.AUTHORIZED),
    CONFIRM(INTENT + "/confirm", ChargeStatus.AUTHORIZED),
    CAPTURE(INTENT + "/capture", ChargeStatus.CAPTURED),
    CANCEL(INTENT + "/cancel", ChargeStatus.VOIDED),
    REFUND("/v1/refunds", ChargeStatus.CAPTURED),
    READ(INTENT, ChargeStatus.AUTHORIZED),
    READ_REFUNDS("/v1/refunds", ChargeStatus.CAPTURED);

    private final UrlPathPattern path;
    private final ChargeStatus result;

    Step(String path, ChargeStatus result) {
      this.path = urlPathMatching(path);
      this.result = result;
    }

    MappingBuilder request() {
      return this == READ || this == READ_REFUNDS ? get(path) : post(path);
    }
  }

  /** What goes wrong, and whether Stripe repeats it under the same key. */
  private enum Trouble {
    KEY_REFUSED(error(401, "invalid_request_error", "api_key_expired")),
    FORBIDDEN(error(403, "invalid_request_error", "more_permissions_required")),
    KEY_IN_USE(error(409, "invalid_request_error", "idempotency_key_in_use")),
    KEY_OF_ANOTHER_REQUEST(error(400, "idempotency_error", "idempotency_error")),
    TOO_MANY(error(429, "invalid_request_error", "rate_limit")),
    LOCKED(error(429, "invalid_request_error", "lock_timeout")),
    OWN_FAULT(error(500, "api_error", "")),
    BAD_GATEWAY(aResponse().withStatus(502).withBody("<html>502</html>")),
    AWAY(aResponse().withStatus(503)),
    RESET(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)),
    EMPTY_REPLY(aResponse().withFault(Fault.EMPTY_RESPONSE)),
    GARBAGE(aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE)),
    CUT_SHORT(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK)),
    EMPTY_BODY(aResponse().withStatus(200)),
    NO_JSON(aResponse().withStatus(200).withBody("<html>")),
    HALF_OF_IT(okJson("{\"id\": \"pi_1\", \"status\": ")),
    NOTHING(okJson("null")),
    SOMETHING_ELSE(okJson("{}")),
    SLOW_ANSWER(aResponse().withFixedDelay(SLOW)),
    REDIRECT(aResponse().withStatus(302).withHeader("Location", "http://127.0.0.1:1/"));

    private final ResponseDefinitionBuilder answer;

    Trouble(ResponseDefinitionBuilder answer) {
      this.answer = answer;
    }
  }

  @BeforeEach
  void aPayment() {
    if (!between.isRunning()) {
      between.start();
    }
    healthy();
    gateway =
        new StripeGateway(new StripeApi(StripeStub.KEY, between.baseUrl(), IMPATIENCE), intents);
    payment = new PaymentId(UUID.randomUUID());
    refund = new RefundId(UUID.randomUUID());
  }

  @AfterAll
  void stop() {
    between.stop();
    stripe.close();
  }

  static Stream<Arguments> everyTroubleAtEveryStep() {
    return Stream.of(Step.values())
        .flatMap(step -> Stream.of(Trouble.values()).map(trouble -> Arguments.of(step, trouble)));
  }

  @ParameterizedTest
  @MethodSource("everyTroubleAtEveryStep")
  void whatGoesUnansweredIsDoneOnceAfterwards(Step step, Trouble trouble) {
    prepare(step);
    between.stubFor(step.request().atPriority(1).willReturn(trouble.answer));
    assertThatExceptionOfType(GatewayFailed.class)
        .isThrownBy(() -> take(step))
        .satisfies(failure -> assertThat(told(failure)).doesNotContain(StripeStub.KEY));

    healthy();
    assertThat(take(step).status()).isEqualTo(step.result);
    assertThat(stripe.books().kept(payment.toString()))
        .isEqualTo(
            switch (step) {
              case CREATE, CONFIRM, CANCEL, READ -> List.of();
              case CAPTURE -> List.of(1_250L);
              case REFUND, READ_REFUNDS -> List.of(1_000L);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "card_declined",
        "insufficient_funds",
        "expired_card",
        "incorrect_cvc",
        "processing_error",
        "authentication_required",
      })
  void everyDeclineIsOne(String code) {
    between.stubFor(
        post(Step.CONFIRM.path).atPriority(1).willReturn(error(402, "card_error", code)));
    between.stubFor(
        get(Step.READ.path)
            .atPriority(1)
            .willReturn(intent("requires_payment_method", "{\"type\": \"card_error\"}")));

    Charge charge = gateway.authorise(payment, StripeStub.GOOD, AMOUNT);

    assertThat(charge.status()).isEqualTo(ChargeStatus.DECLINED);
    assertThat(charge.kept().amount()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 402, 404})
  void whatStripeWouldNotEvenBeginIsDeclined(int status) {
    between.stubFor(
        post(Step.CREATE.path)
            .atPriority(1)
            .willReturn(error(status, "invalid_request_error", "amount_too_small")));

    assertThat(gateway.authorise(payment, StripeStub.GOOD, AMOUNT).status())
        .isEqualTo(ChargeStatus.DECLINED);
    healthy();
    assertThat(gateway.lookUp(payment).orElseThrow().status()).isEqualTo(ChargeStatus.DECLINED);
  }

  @Test
  void whatStripeWouldNotConfirmIsLetGoOf() {
    between.stubFor(
        post(Step.CONFIRM.path)
            .atPriority(1)
            .willReturn(error(400, "invalid_request_error", "payment_method_not_available")));

    assertThat(gateway.authorise(payment, StripeStub.GOOD, AMOUNT).status())
        .isEqualTo(ChargeStatus.VOIDED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"processing", "requires_action"})
  void whatIsNotDecidedYetIsBeingProcessed(String status) {
    gateway.authorise(payment, StripeStub.GOOD, AMOUNT);
    between.stubFor(get(Step.READ.path).atPriority(1).willReturn(intent(status, "null")));

    assertThat(gateway.lookUp(payment).orElseThrow().status()).isEqualTo(ChargeStatus.PROCESSING);
  }

  @Test
  void aStateThatNobodyKnowsIsNoAnswer() {
    gateway.authorise(payment, StripeStub.GOOD, AMOUNT);
    between.stubFor(get(Step.READ.path).atPriority(1).willReturn(intent("unheard_of", "null")));

    assertThatExceptionOfType(GatewayFailed.class).isThrownBy(() -> gateway.lookUp(payment));
  }

  @Test
  void aPaymentThatStripeHasLostIsNotTakenForNone() {
    gateway.authorise(payment, StripeStub.GOOD, AMOUNT);
    between.stubFor(
        get(Step.READ.path)
            .atPriority(1)
            .willReturn(error(404, "invalid_request_error", "resource_missing")));

    assertThatExceptionOfType(GatewayFailed.class).isThrownBy(() -> gateway.lookUp(payment));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 402, 404})
  void aRefundThatStripeRefusesIsRefusedInItsWords(int status) {
    prepare(Step.REFUND);
    between.stubFor(
        post(Step.REFUND.path)
            .atPriority(1)
            .willReturn(error(status, "invalid_request_error", "charge_disputed")));

    Charge charge = take(Step.REFUND);

    assertThat(charge.refunds()).isEmpty();
    assertThat(charge.refusals().get(refund)).isEqualTo("for the test");
  }

  @Test
  void refundsOfOthersAreNoneOfOurs() {
    prepare(Step.REFUND);
    between.stubFor(
        get(urlPathEqualTo("/v1/refunds"))
            .atPriority(1)
            .willReturn(
                okJson(
                    """
                    {"object": "list", "has_more": false, "data": [
                      {"id": "re_9", "object": "refund", "amount": 5, "currency": "eur",
                       "status": "succeeded", "metadata": {}}]}
                    """)));

    assertThat(gateway.lookUp(payment).orElseThrow().refunds()).isEmpty();
  }

  @Test
  void refundsAreReadPageByPage() {
    prepare(Step.REFUND);
    RefundId second = new RefundId(UUID.randomUUID());
    between.stubFor(
        get(urlPathEqualTo("/v1/refunds")).atPriority(2).willReturn(refunds(true, "re_1", refund)));
    between.stubFor(
        get(urlPathEqualTo("/v1/refunds"))
            .withQueryParam("starting_after", equalTo("re_1"))
            .atPriority(1)
            .willReturn(refunds(false, "re_2", second)));

    assertThat(gateway.lookUp(payment).orElseThrow().refunds()).containsOnlyKeys(refund, second);
  }

  @ParameterizedTest
  @EnumSource(names = {"KEY_IN_USE", "RESET", "OWN_FAULT", "SLOW_ANSWER"})
  void theLibraryRepeatsNothingAndWeRepeatUnderTheRightKey(Trouble trouble) {
    between.resetRequests();
    between.stubFor(post(Step.CONFIRM.path).atPriority(1).willReturn(trouble.answer));
    assertThatExceptionOfType(GatewayFailed.class).isThrownBy(() -> take(Step.CONFIRM));
    List<String> first = keysOfConfirm();
    // The JDK sends again over a new connection when one breaks; under the same key, as it must.
    assertThat(first).hasSizeLessThanOrEqualTo(trouble == Trouble.RESET ? 2 : 1);
    assertThat(Set.copyOf(first)).hasSize(1);

    healthy();
    take(Step.CONFIRM);
    String second = keysOfConfirm().getLast();
    assertThat(second.equals(first.getFirst())).isEqualTo(trouble != Trouble.OWN_FAULT);
    assertThat(second).startsWith(payment + "-confirm-");
  }

  @Test
  void theGuardsDoNotWaitForASlowStripe() throws Exception {
    GuardedPaymentGateway guarded =
        new GuardedPaymentGateway(
            new StripeGateway(
                new StripeApi(StripeStub.KEY, between.baseUrl(), Duration.ofMinutes(1)), intents));
    between.stubFor(post(Step.CONFIRM.path).atPriority(1).willReturn(Trouble.SLOW_ANSWER.answer));

    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Boolean> isInterrupted =
          threads.submit(
              () -> {
                assertThatExceptionOfType(Unavailable.class)
                    .isThrownBy(() -> guarded.authorise(payment, StripeStub.GOOD, AMOUNT));
                return Thread.currentThread().isInterrupted();
              });
      assertThat(isInterrupted.get()).isFalse();
    }
    healthy();
    assertThat(guarded.authorise(payment, StripeStub.GOOD, AMOUNT).status())
        .isEqualTo(ChargeStatus.AUTHORIZED);
  }

  private void healthy() {
    between.resetMappings();
    between.stubFor(
        any(anyUrl()).atPriority(10).willReturn(aResponse().proxiedFrom(stripe.address())));
  }

  /** Does what leads to the step. */
  private void prepare(Step step) {
    switch (step) {
      case CREATE, CONFIRM -> {}
      case CAPTURE, CANCEL, READ -> gateway.authorise(payment, StripeStub.GOOD, AMOUNT);
      case REFUND, READ_REFUNDS -> {
        gateway.authorise(payment, StripeStub.GOOD, AMOUNT);
        gateway.capture(payment);
      }
    }
  }

  private Charge take(Step step) {
    return switch (step) {
      case CREATE, CONFIRM -> gateway.authorise(payment, StripeStub.GOOD, AMOUNT);
      case CAPTURE -> gateway.capture(payment);
      case CANCEL -> gateway.cancel(payment, AMOUNT);
      case REFUND, READ_REFUNDS ->
          gateway.refund(payment, refund, new Money(250, AMOUNT.currency()));
      case READ -> gateway.lookUp(payment).orElseThrow();
    };
  }

  private List<String> keysOfConfirm() {
    return between.findAll(postRequestedFor(Step.CONFIRM.path)).stream()
        .map((LoggedRequest request) -> request.getHeader("Idempotency-Key"))
        .toList();
  }

  private static String told(Throwable failure) {
    StringBuilder told = new StringBuilder();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      told.append(cause).append('\n');
    }
    return told.toString();
  }

  private static ResponseDefinitionBuilder error(int status, String type, String code) {
    return jsonResponse(
        """
        {"error": {"type": "%s", "code": "%s", "message": "for the test"}}
        """
            .formatted(type, code),
        status);
  }

  private static ResponseDefinitionBuilder refunds(boolean more, String id, RefundId refundId) {
    return okJson(
        """
        {"object": "list", "has_more": %s, "data": [
          {"id": "%s", "object": "refund", "amount": 5, "currency": "eur", "status": "pending",
           "metadata": {"quartermaster_refund": "%s"}}]}
        """
            .formatted(more, id, refundId));
  }

  private static ResponseDefinitionBuilder intent(String status, String error) {
    return okJson(
        """
        {"id": "pi_1", "object": "payment_intent", "amount": 1250, "amount_received": 0,
         "currency": "eur", "status": "%s", "last_payment_error": %s}
        """
            .formatted(status, error));
  }
}
