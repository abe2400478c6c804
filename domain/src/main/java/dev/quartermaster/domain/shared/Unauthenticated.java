package dev.quartermaster.domain.shared;

/** Nobody is signed in, or the session behind the token has ended. */
public final class Unauthenticated extends DomainException {
  private static final long serialVersionUID = 1L;

  /** The stable code of this rule. */
  public static final String CODE = "unauthorized";

  public Unauthenticated() {
    this("Sign in first and send the access token as a bearer token.");
  }

  /** With what is wrong about the proof that was sent; never with the proof. */
  public Unauthenticated(String detail) {
    super(ErrorKind.UNAUTHENTICATED, CODE, detail);
  }
}
