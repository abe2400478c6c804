package dev.quartermaster.domain.identity;

import dev.quartermaster.domain.shared.DomainException;
import dev.quartermaster.domain.shared.ErrorKind;

/** The account's address is verified already. */
public final class EmailAlreadyVerified extends DomainException {
  private static final long serialVersionUID = 1L;

  /** The stable code of this rule. */
  public static final String CODE = "email-already-verified";

  public EmailAlreadyVerified() {
    super(ErrorKind.CONFLICT, CODE, "The email address of the account is verified already.");
  }
}
