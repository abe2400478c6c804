package dev.quartermaster.domain.identity;

import dev.quartermaster.domain.shared.DomainException;
import dev.quartermaster.domain.shared.ErrorKind;

/** The refresh token is unknown, expired, used up or revoked. */
public final class InvalidRefreshToken extends DomainException {
  private static final long serialVersionUID = 1L;

  /** The stable code of this rule. */
  public static final String CODE = "invalid-refresh-token";

  public InvalidRefreshToken() {
    super(ErrorKind.UNAUTHENTICATED, CODE, "The refresh token is not valid any more; log in.");
  }
}
