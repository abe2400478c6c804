package dev.quartermaster.domain.shared;

/** Nobody is signed in, or the session behind the token has ended. */
public final class Unauthenticated extends DomainException {
  private static final long serialVersionUID = 1L;

  /** The stable code of this rule. */
  public static final String CODE = "unauthorized";

  public Unauthenticated() {
    super(
        ErrorKind.UNAUTHENTICATED,
        CODE,
        "Sign in first and send the access token as a bearer token.");
  }
}
