package dev.quartermaster.domain.shared;

import java.time.Duration;
import java.util.Optional;

/** A request with the same idempotency key is still being worked on. */
public final class IdempotencyInProgress extends DomainException {
  private static final long serialVersionUID = 1L;

  /** The stable code of this rule. */
  public static final String CODE = "idempotency-in-progress";

  public IdempotencyInProgress() {
    super(
        ErrorKind.CONFLICT,
        CODE,
        "A request with this Idempotency-Key is still being worked on; repeat it in a second.");
  }

  @Override
  public Optional<Duration> retryAfter() {
    return Optional.of(Duration.ofSeconds(1));
  }
}
