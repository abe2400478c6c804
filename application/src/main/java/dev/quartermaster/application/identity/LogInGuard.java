package dev.quartermaster.application.identity;

import dev.quartermaster.domain.identity.AccountLocked;
import dev.quartermaster.domain.identity.Client;
import dev.quartermaster.domain.identity.EmailAddress;
import dev.quartermaster.domain.identity.FailedLogIns;
import dev.quartermaster.domain.identity.LockoutPolicies;
import dev.quartermaster.domain.identity.Lockouts;
import dev.quartermaster.domain.identity.LogInSubject;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.identity.Users;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.Allowance;
import dev.quartermaster.domain.shared.AuditEntry;
import dev.quartermaster.domain.shared.AuditTrail;
import dev.quartermaster.domain.shared.Fingerprints;
import dev.quartermaster.domain.shared.RateLimits;
import dev.quartermaster.domain.shared.RatePolicy;
import dev.quartermaster.domain.shared.Unavailable;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Keeps people from guessing passwords and codes. Each attempt is counted as failed before anybody
 * looks whether it is right, and taken back when it was; so no number of attempts at once gets
 * further than the same number one after the other.
 */
final class LogInGuard {
  /** What a right attempt forgives its address: itself, and one that failed. */
  private static final int FORGIVEN_ADDRESS = 2;

  private static final Actor NOBODY = new Actor.Anonymous();

  private final UnitOfWork unitOfWork;
  private final RateLimits rateLimits;
  private final Lockouts lockouts;
  private final LockoutPolicies policies;
  private final AccountLocks locks;
  private final Users users;
  private final AuditTrail auditTrail;

  LogInGuard(
      UnitOfWork unitOfWork,
      RateLimits rateLimits,
      Lockouts lockouts,
      LockoutPolicies policies,
      Fingerprints fingerprints,
      Users users,
      AuditTrail auditTrail) {
    this.unitOfWork = unitOfWork;
    this.rateLimits = rateLimits;
    this.lockouts = lockouts;
    this.policies = policies;
    this.locks = new AccountLocks(lockouts, fingerprints, auditTrail);
    this.users = users;
    this.auditTrail = auditTrail;
  }

  /**
   * Counts an attempt, in a transaction of its own. While something is locked it counts nothing, so
   * that the lock ends when it was said to.
   *
   * @param email the account's address, as typed; there may be no such account
   * @throws dev.quartermaster.domain.shared.RateLimited when too many failed of late
   */
  Attempt begin(String email, Client client, Instant now) {
    LogInSubject account = locks.subjectOf(email);
    LogInSubject address = LogInSubject.address(client);
    String limited = account.name() + " " + address.name();
    rateLimits.take(RatePolicy.LOGIN, limited).ifPresent(Allowance::require);
    try {
      return unitOfWork.inTransaction(
          () -> new Attempt(limited, account, address, count(email, account, address, now)));
    } catch (Unavailable nothingWasTried) {
      rateLimits.giveBack(RatePolicy.LOGIN, limited);
      throw nothingWasTried;
    }
  }

  private Optional<Duration> count(
      String email, LogInSubject account, LogInSubject address, Instant now) {
    List<FailedLogIns> before = lockouts.findForUpdate(List.of(account, address));
    Optional<Duration> closedFor =
        before.stream()
            .filter(failures -> failures.isLocked(now))
            .flatMap(failures -> failures.lockedUntil().stream())
            .map(until -> Duration.between(now, until))
            .max(Comparator.naturalOrder());
    if (closedFor.isPresent()) {
      lockouts.save(before);
      return closedFor;
    }
    FailedLogIns ofAccount = before.getFirst().counting(policies.account(), now);
    FailedLogIns ofAddress = before.getLast().counting(policies.address(), now);
    lockouts.save(List.of(ofAccount, ofAddress));
    if (ofAccount.isLocked(now)) {
      auditTrail.append(accountLocked(email, account, now));
    }
    if (ofAddress.isLocked(now)) {
      auditTrail.append(AuditEntry.of(NOBODY, "address.locked", "address", address, now));
    }
    return Optional.empty();
  }

  /** Names the user, for whoever reads the trail; an account that does not exist has no user. */
  private AuditEntry accountLocked(String email, LogInSubject account, Instant now) {
    return EmailAddress.parse(email)
        .flatMap(users::findCredential)
        .map(User.Credential::user)
        .map(user -> AuditEntry.of(NOBODY, "user.locked", "user", user.id(), now))
        .orElseGet(() -> AuditEntry.of(NOBODY, "unknown-user.locked", "account", account, now));
  }

  /**
   * Forgives what the user's attempts have cost, in the current transaction, since one has shown
   * all that it takes. An address is forgiven one failure more, and not all of them: else somebody
   * with an account of their own could guess at others' for good, by logging in now and then.
   */
  void pass(Attempt attempt, User user, Instant now) {
    locks.release(user, now);
    forgive(List.of(attempt.address()), FORGIVEN_ADDRESS);
  }

  /**
   * Looks at the proof outside of any transaction.
   *
   * @return whether it holds
   * @throws Unavailable when it cannot be looked at now, which costs no attempt
   */
  boolean holds(Attempt attempt, BooleanSupplier proof) {
    try {
      return proof.getAsBoolean();
    } catch (Unavailable nothingWasTried) {
      unitOfWork.inTransaction(() -> takeBack(attempt));
      giveBack(attempt);
      throw nothingWasTried;
    }
  }

  /** Takes the attempt back, in the current transaction: it was right, but it was not all. */
  void takeBack(Attempt attempt) {
    forgive(List.of(attempt.account(), attempt.address()), 1);
  }

  /** Lets the attempt's place be taken by another; when all about it is committed. */
  void giveBack(Attempt attempt) {
    rateLimits.giveBack(RatePolicy.LOGIN, attempt.limited());
  }

  private void forgive(List<LogInSubject> subjects, int times) {
    lockouts.save(
        lockouts.findForUpdate(subjects).stream()
            .map(failures -> failures.forgiving(times))
            .toList());
  }

  /**
   * An attempt that was counted.
   *
   * @param limited under which name its rate is limited
   * @param account what it was counted for
   * @param address where it came from
   * @param closedFor how long nobody may try, if something is locked
   */
  record Attempt(
      String limited, LogInSubject account, LogInSubject address, Optional<Duration> closedFor) {

    /**
     * Asserts that nothing is locked.
     *
     * @throws AccountLocked otherwise
     */
    void requireOpen() {
      closedFor.ifPresent(
          remaining -> {
            throw new AccountLocked(remaining);
          });
    }
  }
}
