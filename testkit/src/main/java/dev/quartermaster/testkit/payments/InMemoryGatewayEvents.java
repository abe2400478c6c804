package dev.quartermaster.testkit.payments;

import dev.quartermaster.domain.payments.GatewayEvents;
import dev.quartermaster.domain.payments.InvalidSignature;
import dev.quartermaster.domain.payments.PaymentId;
import dev.quartermaster.domain.shared.InvalidInput;
import java.util.Optional;
import java.util.UUID;

/** Events of a gateway that signs by a word. What an event is about stands in it, after a colon. */
public final class InMemoryGatewayEvents implements GatewayEvents {
  /** The signature of every genuine event. */
  public static final String SIGNATURE = "genuine";

  private static final String PAID = "paid:";
  private static final String OTHER = "other:";

  /** An event that tells of a payment. */
  public static String about(PaymentId payment) {
    return PAID + payment;
  }

  /** An event that tells of nothing that moves a payment. */
  public static String aboutNothing() {
    return OTHER;
  }

  @Override
  public Optional<PaymentId> payment(String event, String signature) {
    if (!signature.equals(SIGNATURE)) {
      throw new InvalidSignature(null);
    }
    if (event.startsWith(PAID)) {
      return Optional.of(new PaymentId(UUID.fromString(event.substring(PAID.length()))));
    }
    if (event.startsWith(OTHER)) {
      return Optional.empty();
    }
    throw InvalidInput.of("body", "must be an event");
  }
}
