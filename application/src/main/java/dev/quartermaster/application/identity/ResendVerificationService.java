package dev.quartermaster.application.identity;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.identity.AccountMails;
import dev.quartermaster.domain.identity.EmailAlreadyVerified;
import dev.quartermaster.domain.identity.OneTimePurpose;
import dev.quartermaster.domain.identity.OneTimeTokens;
import dev.quartermaster.domain.identity.RandomTokens;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.identity.Users;
import dev.quartermaster.domain.shared.Allowance;
import dev.quartermaster.domain.shared.AuditEntry;
import dev.quartermaster.domain.shared.AuditTrail;
import dev.quartermaster.domain.shared.RateLimits;
import dev.quartermaster.domain.shared.RatePolicy;
import dev.quartermaster.domain.shared.Unauthenticated;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.domain.shared.UserId;
import java.time.Instant;
import java.time.InstantSource;

@UseCase
final class ResendVerificationService implements ResendVerification {
  private final UnitOfWork unitOfWork;
  private final Users users;
  private final MailedTokens mailedTokens;
  private final AccountMails mails;
  private final RateLimits rateLimits;
  private final AuditTrail auditTrail;
  private final InstantSource clock;

  ResendVerificationService(
      UnitOfWork unitOfWork,
      Users users,
      OneTimeTokens oneTimeTokens,
      RandomTokens randomTokens,
      AccountMails mails,
      RateLimits rateLimits,
      AuditTrail auditTrail,
      InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.users = users;
    this.mailedTokens = new MailedTokens(oneTimeTokens, randomTokens, users);
    this.mails = mails;
    this.rateLimits = rateLimits;
    this.auditTrail = auditTrail;
    this.clock = clock;
  }

  @Override
  public void resend(Command command) {
    UserId id = command.actor().requireUser();
    unitOfWork.inTransaction(
        () -> {
          User user = users.findForUpdate(id).orElseThrow(Unauthenticated::new);
          if (user.emailVerified()) {
            throw new EmailAlreadyVerified();
          }
          rateLimits
              .take(RatePolicy.MAIL, command.actor().reference())
              .ifPresent(Allowance::require);
          Instant now = clock.instant();
          mails.verifyEmail(user, mailedTokens.issue(user, OneTimePurpose.VERIFY_EMAIL, now));
          auditTrail.append(
              AuditEntry.of(command.actor(), "user.verification-mailed", "user", user.id(), now));
        });
  }
}
