package dev.quartermaster.application.identity;

import dev.quartermaster.domain.identity.EmailAddress;
import dev.quartermaster.domain.identity.FailedLogIns;
import dev.quartermaster.domain.identity.Lockouts;
import dev.quartermaster.domain.identity.LogInSubject;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.AuditEntry;
import dev.quartermaster.domain.shared.AuditTrail;
import dev.quartermaster.domain.shared.Fingerprints;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The locks of accounts, which their owners lift by showing who they are. */
final class AccountLocks {
  private final Lockouts lockouts;
  private final Fingerprints fingerprints;
  private final AuditTrail auditTrail;

  AccountLocks(Lockouts lockouts, Fingerprints fingerprints, AuditTrail auditTrail) {
    this.lockouts = lockouts;
    this.fingerprints = fingerprints;
    this.auditTrail = auditTrail;
  }

  /** What failed log-ins with that address, as typed, are counted for. */
  LogInSubject subjectOf(String email) {
    String normalized =
        EmailAddress.parse(email)
            .map(EmailAddress::value)
            .orElseGet(() -> email.strip().toLowerCase(Locale.ROOT));
    return LogInSubject.account(fingerprints.of("log-in " + normalized));
  }

  /** Forgets the account's failed log-ins, and with them its lock, in the current transaction. */
  void release(User user, Instant now) {
    FailedLogIns failures =
        lockouts.findForUpdate(List.of(subjectOf(user.email().value()))).getFirst();
    lockouts.save(List.of(failures.released()));
    if (failures.isLocked(now)) {
      Actor owner = new Actor.SignedIn(user.id(), user.permissions());
      auditTrail.append(AuditEntry.of(owner, "user.unlocked", "user", user.id(), now));
    }
  }
}
