package dev.quartermaster.domain.identity;

import dev.quartermaster.domain.shared.DomainException;
import dev.quartermaster.domain.shared.ErrorKind;

/** A provider does not vouch for the person's address, so no account can be theirs by it. */
public final class ExternalEmailUnverified extends DomainException {
  private static final long serialVersionUID = 1L;

  /** The stable code of this rule. */
  public static final String CODE = "external-email-unverified";

  public ExternalEmailUnverified() {
    super(
        ErrorKind.FORBIDDEN,
        CODE,
        "The provider does not say that your email address is verified; verify it there, and sign in"
            + " again.");
  }
}
