package dev.quartermaster.domain.shared;

/** Someone else changed the thing since the caller read it. */
public final class StaleVersion extends DomainException {
  private static final long serialVersionUID = 1L;

  /** The stable code of this rule. */
  public static final String CODE = "stale-version";

  public StaleVersion(long actual) {
    super(
        ErrorKind.STALE_VERSION,
        CODE,
        "It has changed since you read it and is now at version "
            + actual
            + "; read it again and repeat the change.");
  }
}
