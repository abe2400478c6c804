package dev.quartermaster.domain.identity;

import dev.quartermaster.domain.shared.DomainException;
import dev.quartermaster.domain.shared.ErrorKind;

/**
 * An account has the address for which a provider vouches, but whoever opened it has never shown
 * that the address is theirs. It may be somebody else's, who waits for the owner of the address to
 * come in and put it to use.
 */
public final class AccountEmailUnverified extends DomainException {
  private static final long serialVersionUID = 1L;

  /** The stable code of this rule. */
  public static final String CODE = "account-email-unverified";

  public AccountEmailUnverified() {
    super(
        ErrorKind.CONFLICT,
        CODE,
        "An account has this email address, but nobody has shown yet that it is theirs. Reset its"
            + " password by mail, which shows that it is yours, and sign in again.");
  }
}
