package dev.quartermaster.testkit.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.quartermaster.domain.payments.GatewayEvents;
import dev.quartermaster.domain.payments.InvalidSignature;
import dev.quartermaster.domain.payments.PaymentId;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.testkit.shared.SequentialIdentifiers;
import org.junit.jupiter.api.Test;

/** What {@link GatewayEvents} promise. They take part in no transaction. */
public abstract class GatewayEventsContract {
  private final PaymentId payment = new PaymentId(new SequentialIdentifiers().next());

  /** The port under test. */
  protected abstract GatewayEvents events();

  /** An event that tells of a payment. */
  protected abstract String about(PaymentId told);

  /** An event that tells of nothing that moves a payment. */
  protected abstract String aboutNothing();

  /** The gateway's signature of an event. */
  protected abstract String signed(String event);

  @Test
  void tellsWhichPaymentAnEventIsAbout() {
    String event = about(payment);
    assertThat(events().payment(event, signed(event))).contains(payment);
    assertThat(events().payment(event, signed(event))).as("sent again").contains(payment);
  }

  @Test
  void tellsNothingOfWhatMovesNoPayment() {
    String event = aboutNothing();
    assertThat(events().payment(event, signed(event))).isEmpty();
  }

  @Test
  void believesNobodyButTheGateway() {
    assertForged(about(payment), "");
    assertForged(about(payment), "forged");
    assertForged("nonsense", "forged");
  }

  @Test
  void namesWhatCannotBeRead() {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> events().payment("nonsense", signed("nonsense")))
        .satisfies(
            invalid -> assertThat(invalid.fieldErrors().getFirst().field()).isEqualTo("body"));
  }

  private void assertForged(String event, String signature) {
    assertThatExceptionOfType(InvalidSignature.class)
        .isThrownBy(() -> events().payment(event, signature));
  }
}
