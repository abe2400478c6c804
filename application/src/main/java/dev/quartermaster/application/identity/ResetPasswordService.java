package dev.quartermaster.application.identity;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.identity.AccountMails;
import dev.quartermaster.domain.identity.CommonPasswords;
import dev.quartermaster.domain.identity.InvalidToken;
import dev.quartermaster.domain.identity.Lockouts;
import dev.quartermaster.domain.identity.OneTimePurpose;
import dev.quartermaster.domain.identity.OneTimeToken;
import dev.quartermaster.domain.identity.OneTimeTokens;
import dev.quartermaster.domain.identity.PasswordHash;
import dev.quartermaster.domain.identity.PasswordHasher;
import dev.quartermaster.domain.identity.PasswordPolicy;
import dev.quartermaster.domain.identity.RandomTokens;
import dev.quartermaster.domain.identity.SecondFactor;
import dev.quartermaster.domain.identity.SecondFactors;
import dev.quartermaster.domain.identity.Sessions;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.identity.UserEvents;
import dev.quartermaster.domain.identity.Users;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.AuditEntry;
import dev.quartermaster.domain.shared.AuditTrail;
import dev.quartermaster.domain.shared.Change;
import dev.quartermaster.domain.shared.Fingerprints;
import dev.quartermaster.domain.shared.Outbox;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;

@UseCase
final class ResetPasswordService implements ResetPassword {
  private final UnitOfWork unitOfWork;
  private final Users users;
  private final Sessions sessions;
  private final SecondFactors secondFactors;
  private final OneTimeTokens oneTimeTokens;
  private final MailedTokens mailedTokens;
  private final PasswordPolicy passwordPolicy;
  private final PasswordHasher hasher;
  private final AccountLocks accountLocks;
  private final AccountMails mails;
  private final AuditTrail auditTrail;
  private final Outbox outbox;
  private final InstantSource clock;

  ResetPasswordService(
      UnitOfWork unitOfWork,
      Users users,
      Sessions sessions,
      SecondFactors secondFactors,
      OneTimeTokens oneTimeTokens,
      RandomTokens randomTokens,
      CommonPasswords commonPasswords,
      PasswordHasher hasher,
      Lockouts lockouts,
      Fingerprints fingerprints,
      AccountMails mails,
      AuditTrail auditTrail,
      Outbox outbox,
      InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.users = users;
    this.sessions = sessions;
    this.secondFactors = secondFactors;
    this.oneTimeTokens = oneTimeTokens;
    this.mailedTokens = new MailedTokens(oneTimeTokens, randomTokens, users);
    this.passwordPolicy = new PasswordPolicy(commonPasswords);
    this.hasher = hasher;
    this.accountLocks = new AccountLocks(lockouts, fingerprints, auditTrail);
    this.mails = mails;
    this.auditTrail = auditTrail;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Override
  public void reset(Command command) {
    passwordPolicy.check(command.password());
    requireUsable(command.token());
    PasswordHash password = hasher.hash(command.password());
    unitOfWork.inTransaction(() -> reset(command.token(), password, clock.instant()));
  }

  /** Before the hash, so that made-up tokens cost no more than a look. */
  private void requireUsable(OneTimeToken token) {
    if (unitOfWork
        .inTransaction(
            () -> oneTimeTokens.find(token, OneTimePurpose.RESET_PASSWORD, clock.instant()))
        .isEmpty()) {
      throw new InvalidToken();
    }
  }

  private void reset(OneTimeToken token, PasswordHash password, Instant now) {
    User user = mailedTokens.use(token, OneTimePurpose.RESET_PASSWORD, now);
    User verified = user.emailVerified() ? user : user.withVerifiedEmail(now);
    if (!verified.equals(user)) {
      users.update(verified);
    }
    users.changePassword(user.id(), password);
    // First, so that a log-in which completes meanwhile is among the sessions that end.
    secondFactors
        .findForUpdate(user.id())
        .map(SecondFactor::endingLogIns)
        .ifPresent(secondFactors::save);
    sessions.revokeAll(user.id(), now);
    accountLocks.release(user, now);
    mails.passwordChanged(user, now);
    Actor owner = new Actor.SignedIn(user.id(), user.permissions());
    auditTrail.append(
        AuditEntry.of(owner, "user.password-reset", "user", user.id(), now)
            .changing(Change.between(user.auditable(), verified.auditable())));
    if (!verified.equals(user)) {
      outbox.append(UserEvents.updated(verified, owner));
    }
  }
}
