package dev.quartermaster.domain.payments;

import dev.quartermaster.domain.shared.DomainException;
import dev.quartermaster.domain.shared.ErrorKind;

/** The gateway will not pay the money back; nothing was, and the order is as it was before. */
public final class RefundRefused extends DomainException {
  private static final long serialVersionUID = 1L;

  /** The stable code of this rule. */
  public static final String CODE = "refund-refused";

  /**
   * @param reason in the gateway's words
   */
  public RefundRefused(String reason) {
    super(
        ErrorKind.CONFLICT,
        CODE,
        "The payment gateway refused the refund, and nothing was paid back: " + reason);
  }
}
