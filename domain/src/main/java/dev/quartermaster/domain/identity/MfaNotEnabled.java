package dev.quartermaster.domain.identity;

import dev.quartermaster.domain.shared.DomainException;
import dev.quartermaster.domain.shared.ErrorKind;

/** The account has no second factor, or none that waits for its confirmation. */
public final class MfaNotEnabled extends DomainException {
  private static final long serialVersionUID = 1L;

  /** The stable code of this rule. */
  public static final String CODE = "mfa-not-enabled";

  public MfaNotEnabled() {
    super(ErrorKind.CONFLICT, CODE, "Your account has no authenticator app; set one up first.");
  }
}
