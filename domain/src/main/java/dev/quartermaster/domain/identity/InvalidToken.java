package dev.quartermaster.domain.identity;

import dev.quartermaster.domain.shared.DomainException;
import dev.quartermaster.domain.shared.ErrorKind;

/** A mailed token is unknown, expired, used, or was mailed to another address. */
public final class InvalidToken extends DomainException {
  private static final long serialVersionUID = 1L;

  /** The stable code of this rule. */
  public static final String CODE = "invalid-token";

  public InvalidToken() {
    super(
        ErrorKind.INVALID_INPUT,
        CODE,
        "The token is not valid, or not any more; ask for another mail.");
  }
}
