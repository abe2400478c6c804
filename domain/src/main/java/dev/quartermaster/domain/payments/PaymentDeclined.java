package dev.quartermaster.domain.payments;

import dev.quartermaster.domain.shared.DomainException;
import dev.quartermaster.domain.shared.ErrorKind;

/** The gateway refused the payment; nothing was taken, and the order still waits for one. */
public final class PaymentDeclined extends DomainException {
  private static final long serialVersionUID = 1L;

  /** The stable code of this rule. */
  public static final String CODE = "payment-declined";

  public PaymentDeclined() {
    super(
        ErrorKind.CONFLICT,
        CODE,
        "The payment was declined and nothing was taken; pay by another method before the order"
            + " expires.");
  }
}
