package dev.quartermaster.payments.payments;

import com.stripe.exception.StripeException;
import java.util.Objects;

/**
 * Stripe understood a request and will not carry it out: a card is declined, a state forbids it.
 */
final class StripeRefused extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;

  StripeRefused(StripeException refusal) {
    super(refusal);
    this.reason = Objects.requireNonNullElse(refusal.getUserMessage(), "Stripe refused it");
  }

  /** In Stripe's words. */
  String reason() {
    return reason;
  }
}
