package dev.quartermaster.application.payments;

/** Hears what the payment gateway sends of its own accord. */
public interface HandleGatewayEvent {

  /**
   * Carries the payment on that an event is about, if its end is not known yet, by asking the
   * gateway: nothing in the event itself is believed. So it does no harm that events come late,
   * twice or in disorder, and one that is about no payment of ours is fine.
   *
   * @throws dev.quartermaster.domain.payments.InvalidSignature when the gateway did not sign it
   * @throws dev.quartermaster.domain.shared.InvalidInput when it was signed, but cannot be read
   * @throws dev.quartermaster.domain.shared.NotFound when no gateway is expected to send any
   */
  void handle(Command command);

  /**
   * @param event as it was sent, to the letter
   * @param signature what was sent as its signature
   */
  record Command(String event, String signature) {}
}
