package dev.quartermaster.domain.identity;

import dev.quartermaster.domain.shared.DomainException;
import dev.quartermaster.domain.shared.ErrorKind;

/** The email address and the password do not belong together; which is wrong stays unsaid. */
public final class InvalidCredentials extends DomainException {
  private static final long serialVersionUID = 1L;

  /** The stable code of this rule. */
  public static final String CODE = "invalid-credentials";

  public InvalidCredentials() {
    super(ErrorKind.UNAUTHENTICATED, CODE, "The email address or the password is wrong.");
  }
}
