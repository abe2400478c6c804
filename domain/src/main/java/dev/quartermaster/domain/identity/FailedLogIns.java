package dev.quartermaster.domain.identity;

import java.time.Instant;
import java.util.Optional;

/**
 * The failed log-ins of an account or an address. A log-in is counted as failed before its password
 * is looked at, and taken back when it turns out right, so that any number at once cannot try more
 * than the policy bears.
 *
 * @param subject what they are counted for
 * @param failures how many there were since the last time that all were forgotten or forgiven
 * @param lastAt when the last one was
 * @param lockedUntil until when nobody may try, if that was ever so
 */
public record FailedLogIns(
    LogInSubject subject, int failures, Instant lastAt, Optional<Instant> lockedUntil) {

  /** Nothing has failed. */
  public static FailedLogIns none(LogInSubject subject) {
    return new FailedLogIns(subject, 0, Instant.EPOCH, Optional.empty());
  }

  /** Whether nobody may try at that time. */
  public boolean isLocked(Instant at) {
    return lockedUntil.filter(at::isBefore).isPresent();
  }

  /** With one more, which may be the one that locks. What is locked already counts nothing. */
  public FailedLogIns counting(LockoutPolicy policy, Instant at) {
    if (isLocked(at)) {
      return this;
    }
    int counted = (isForgotten(at) ? 0 : failures) + 1;
    return new FailedLogIns(subject, counted, at, policy.lockAt(counted).map(at::plus));
  }

  /** Without that many of them, and open. */
  public FailedLogIns forgiving(int forgiven) {
    return new FailedLogIns(subject, Math.max(0, failures - forgiven), lastAt, Optional.empty());
  }

  /** Without any, and open. */
  public FailedLogIns released() {
    return none(subject);
  }

  private boolean isForgotten(Instant at) {
    return !at.isBefore(lastAt.plus(LockoutPolicy.MEMORY));
  }
}
