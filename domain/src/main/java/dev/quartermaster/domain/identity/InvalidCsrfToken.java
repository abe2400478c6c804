package dev.quartermaster.domain.identity;

import dev.quartermaster.domain.shared.DomainException;
import dev.quartermaster.domain.shared.ErrorKind;

/** A browser's session asks for a change without showing that a page of ours asks. */
public final class InvalidCsrfToken extends DomainException {
  private static final long serialVersionUID = 1L;

  /** The stable code of this rule. */
  public static final String CODE = "csrf-token-invalid";

  public InvalidCsrfToken() {
    super(
        ErrorKind.FORBIDDEN,
        CODE,
        "Send the csrfToken of this session as X-CSRF-Token; GET /api/v1/auth/session tells it.");
  }
}
