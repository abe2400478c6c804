package dev.quartermaster.domain.payments;

import java.util.Optional;

/**
 * What the payment gateway sends of its own accord. An event tells that something happened to a
 * charge, and is not believed what: events come late, twice and in disorder, and the books of the
 * {@link PaymentGateway} are there to be read.
 */
public interface GatewayEvents {

  /**
   * The payment whose charge an event is about; none if it is about nothing that moves a payment.
   *
   * @param event as it was sent, to the letter
   * @param signature what was sent as its signature
   * @throws InvalidSignature when the gateway did not sign it, or more than five minutes ago
   * @throws dev.quartermaster.domain.shared.InvalidInput when it was signed, but cannot be read
   * @throws dev.quartermaster.domain.shared.NotFound when no gateway is expected to send any
   */
  Optional<PaymentId> payment(String event, String signature);
}
