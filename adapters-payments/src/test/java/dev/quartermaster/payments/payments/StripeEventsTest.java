package dev.quartermaster.payments.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.quartermaster.domain.payments.GatewayEvents;
import dev.quartermaster.domain.payments.InvalidSignature;
import dev.quartermaster.domain.payments.PaymentId;
import dev.quartermaster.domain.shared.NotFound;
import dev.quartermaster.testkit.payments.GatewayEventsContract;
import dev.quartermaster.testkit.payments.StripeStubEvents;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link GatewayEventsContract}, and what somebody else may send in Stripe's name. */
class StripeEventsTest extends GatewayEventsContract {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final String SUCCEEDED = "payment_intent.succeeded";

  private final PaymentId payment = new PaymentId(UUID.randomUUID());
  private final String event = about(payment);
  private final StripeEvents events = events(Optional.of(StripeStubEvents.SECRET));

  @Override
  protected GatewayEvents events() {
    return events;
  }

  @Override
  protected String about(PaymentId told) {
    return StripeStubEvents.event(SUCCEEDED, told.toString());
  }

  @Override
  protected String aboutNothing() {
    return StripeStubEvents.event("customer.created", UUID.randomUUID().toString());
  }

  @Override
  protected String signed(String sent) {
    return StripeStubEvents.signature(sent, StripeStubEvents.SECRET, NOW);
  }

  @Test
  void anEventIsTakenForFiveMinutes() {
    assertThat(events.payment(event, signedAt(NOW.minusSeconds(300)))).contains(payment);
    assertForged(event, signedAt(NOW.minusSeconds(301)));
  }

  @Test
  void aChangedEventIsForged() {
    assertForged(event + " ", signed(event));
    assertForged(event, signed(event).replace("t=", "t=1"));
  }

  @Test
  void anotherSecretIsNoProofUnlessOursIsThereToo() {
    String others = StripeStubEvents.signature(event, "whsec_other", NOW);
    assertForged(event, others);
    String both = others + ",v1=" + signed(event).substring(signed(event).indexOf("v1=") + 3);
    assertThat(events.payment(event, both)).contains(payment);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "t=",
        "t",
        "v1",
        "t=1772359200",
        "t=1772359200,v1",
        "t=1772359200,v1=",
        "t=never,v1=00",
        "t=99999999999999999999,v1=00",
        "v1=00",
        ",,,",
        "===",
      })
  void aHeaderThatIsNoneIsForged(String signature) {
    assertForged(event, signature);
  }

  @Test
  void onlyTheSchemeThatIsSafeCounts() {
    assertForged(event, signed(event).replace("v1=", "v0="));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "{}",
        "{\"type\":\"payment_intent.succeeded\"}",
        "{\"type\":\"payment_intent.succeeded\",\"data\":{\"object\":{}}}",
        "{\"type\":\"payment_intent.succeeded\",\"data\":{\"object\":{\"metadata\":{}}}}",
      })
  void whatNamesNoPaymentOfOursIsAboutNone(String other) {
    assertThat(events.payment(other, signed(other))).isEmpty();
  }

  @Test
  void whatOthersCallAPaymentIsAboutNoneOfOurs() {
    String other = StripeStubEvents.event(SUCCEEDED, "order-4711");
    assertThat(events.payment(other, signed(other))).isEmpty();
  }

  @Test
  void withoutASecretThereIsNoSuchThing() {
    StripeEvents deaf = events(Optional.empty());
    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> deaf.payment(event, signed(event)));
  }

  private void assertForged(String sent, String signature) {
    assertThatExceptionOfType(InvalidSignature.class)
        .isThrownBy(() -> events.payment(sent, signature));
  }

  private String signedAt(Instant at) {
    return StripeStubEvents.signature(event, StripeStubEvents.SECRET, at);
  }

  private static StripeEvents events(Optional<String> secret) {
    return new StripeEvents(secret, InstantSource.fixed(NOW));
  }
}
