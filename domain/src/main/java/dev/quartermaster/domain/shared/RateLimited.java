package dev.quartermaster.domain.shared;

import java.time.Duration;
import java.util.Optional;

/** The caller did something more often than it may for now. */
public final class RateLimited extends DomainException {
  private static final long serialVersionUID = 1L;

  /** The stable code of this rule. */
  public static final String CODE = "rate-limited";

  private final transient Allowance allowance;

  public RateLimited(Allowance allowance) {
    super(
        ErrorKind.RATE_LIMITED,
        CODE,
        "This may be done "
            + allowance.limit()
            + " times in "
            + allowance.window().toSeconds()
            + " seconds; try again in "
            + Math.max(1, allowance.reset().toSeconds())
            + " seconds.");
    this.allowance = allowance;
  }

  /** What the caller may do, and when. */
  public Allowance allowance() {
    return allowance;
  }

  @Override
  public Optional<Duration> retryAfter() {
    return Optional.of(allowance.reset());
  }
}
