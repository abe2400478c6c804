package dev.quartermaster.domain.identity;

import dev.quartermaster.domain.shared.DomainException;
import dev.quartermaster.domain.shared.ErrorKind;

/** A living account already has the email address. */
public final class EmailTaken extends DomainException {
  private static final long serialVersionUID = 1L;

  /** The stable code of this rule. */
  public static final String CODE = "email-taken";

  public EmailTaken() {
    super(
        ErrorKind.CONFLICT, CODE, "An account has this email address; log in, or use another one.");
  }
}
