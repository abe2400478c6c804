package dev.quartermaster.domain.identity;

import dev.quartermaster.domain.shared.DomainException;
import dev.quartermaster.domain.shared.ErrorKind;
import java.time.Duration;
import java.util.Optional;

/**
 * Too many log-ins have failed, for the account or from the address. It is said of accounts that do
 * not exist as well, and neither a right nor a wrong password changes it.
 */
public final class AccountLocked extends DomainException {
  private static final long serialVersionUID = 1L;

  /** The stable code of this rule. */
  public static final String CODE = "account-locked";

  private final Duration remaining;

  public AccountLocked(Duration remaining) {
    super(
        ErrorKind.LOCKED,
        CODE,
        "Too many log-ins have failed; try again in "
            + Math.max(1, remaining.plusMillis(999).toSeconds())
            + " seconds.");
    this.remaining = remaining;
  }

  @Override
  public Optional<Duration> retryAfter() {
    return Optional.of(remaining);
  }
}
