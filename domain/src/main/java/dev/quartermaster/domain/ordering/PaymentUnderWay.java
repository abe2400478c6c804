package dev.quartermaster.domain.ordering;

import dev.quartermaster.domain.shared.DomainException;
import dev.quartermaster.domain.shared.ErrorKind;

/**
 * Money for the order is on its way, and nothing else may move it until it is known how that ends.
 */
public final class PaymentUnderWay extends DomainException {
  private static final long serialVersionUID = 1L;

  /** The stable code of this rule. */
  public static final String CODE = "payment-under-way";

  public PaymentUnderWay() {
    super(
        ErrorKind.CONFLICT,
        CODE,
        "A payment or refund of the order is under way; try again when it has ended, which the order"
            + " shows.");
  }
}
