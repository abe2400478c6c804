package dev.quartermaster.domain.identity;

import dev.quartermaster.domain.shared.DomainException;
import dev.quartermaster.domain.shared.ErrorKind;

/** The token of a log-in's first step is unknown, expired or used up. */
public final class InvalidMfaToken extends DomainException {
  private static final long serialVersionUID = 1L;

  /** The stable code of this rule. */
  public static final String CODE = "invalid-mfa-token";

  public InvalidMfaToken() {
    super(
        ErrorKind.UNAUTHENTICATED,
        CODE,
        "The log-in has waited too long for its second step, or has ended; begin again.");
  }
}
