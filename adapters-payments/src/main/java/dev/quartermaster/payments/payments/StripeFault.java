package dev.quartermaster.payments.payments;

/**
 * Stripe failed by a fault of its own. It remembers that answer, and gives it to every repetition
 * under the same idempotency key.
 */
final class StripeFault extends GatewayFailed {
  private static final long serialVersionUID = 1L;

  StripeFault(String message, Throwable cause) {
    super(message, cause);
  }
}
