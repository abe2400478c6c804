package dev.quartermaster.domain.shared;

/** The caller is signed in but lacks a permission. */
public final class Forbidden extends DomainException {
  private static final long serialVersionUID = 1L;

  /** The stable code of this rule. */
  public static final String CODE = "forbidden";

  public Forbidden(Permission missing) {
    super(ErrorKind.FORBIDDEN, CODE, "This needs the permission " + missing.code() + ".");
  }

  public Forbidden(String detail) {
    super(ErrorKind.FORBIDDEN, CODE, detail);
  }
}
