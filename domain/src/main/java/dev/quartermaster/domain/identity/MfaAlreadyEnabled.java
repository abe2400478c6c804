package dev.quartermaster.domain.identity;

import dev.quartermaster.domain.shared.DomainException;
import dev.quartermaster.domain.shared.ErrorKind;

/** The account has a second factor already. */
public final class MfaAlreadyEnabled extends DomainException {
  private static final long serialVersionUID = 1L;

  /** The stable code of this rule. */
  public static final String CODE = "mfa-already-enabled";

  public MfaAlreadyEnabled() {
    super(
        ErrorKind.CONFLICT,
        CODE,
        "Your account has an authenticator app; switch it off before you set up another.");
  }
}
