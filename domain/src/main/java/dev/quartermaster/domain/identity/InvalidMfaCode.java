package dev.quartermaster.domain.identity;

import dev.quartermaster.domain.shared.DomainException;
import dev.quartermaster.domain.shared.ErrorKind;

/** The code of the second step is wrong, out of date or used up. */
public final class InvalidMfaCode extends DomainException {
  private static final long serialVersionUID = 1L;

  /** The stable code of this rule. */
  public static final String CODE = "invalid-mfa-code";

  public InvalidMfaCode() {
    super(
        ErrorKind.UNAUTHENTICATED,
        CODE,
        "The code is wrong, or was used before; wait for the next one.");
  }
}
