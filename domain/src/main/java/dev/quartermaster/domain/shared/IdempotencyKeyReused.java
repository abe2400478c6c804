package dev.quartermaster.domain.shared;

/** An idempotency key came again with a different request. */
public final class IdempotencyKeyReused extends DomainException {
  private static final long serialVersionUID = 1L;

  /** The stable code of this rule. */
  public static final String CODE = "idempotency-key-reused";

  public IdempotencyKeyReused() {
    super(
        ErrorKind.UNPROCESSABLE,
        CODE,
        "This Idempotency-Key was used for another request; choose a new key for a new request.");
  }
}
