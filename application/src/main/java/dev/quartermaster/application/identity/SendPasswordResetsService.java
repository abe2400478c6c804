package dev.quartermaster.application.identity;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.identity.AccountMails;
import dev.quartermaster.domain.identity.EmailAddress;
import dev.quartermaster.domain.identity.OneTimePurpose;
import dev.quartermaster.domain.identity.OneTimeTokens;
import dev.quartermaster.domain.identity.PasswordResetRequests;
import dev.quartermaster.domain.identity.RandomTokens;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.identity.Users;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.AuditEntry;
import dev.quartermaster.domain.shared.AuditTrail;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

@UseCase
final class SendPasswordResetsService implements SendPasswordResets {
  private static final Actor ACTOR = new Actor.SystemProcess("password-reset");

  private final UnitOfWork unitOfWork;
  private final PasswordResetRequests requests;
  private final Users users;
  private final MailedTokens mailedTokens;
  private final AccountMails mails;
  private final AuditTrail auditTrail;
  private final InstantSource clock;

  SendPasswordResetsService(
      UnitOfWork unitOfWork,
      PasswordResetRequests requests,
      Users users,
      OneTimeTokens oneTimeTokens,
      RandomTokens randomTokens,
      AccountMails mails,
      AuditTrail auditTrail,
      InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.requests = requests;
    this.users = users;
    this.mailedTokens = new MailedTokens(oneTimeTokens, randomTokens, users);
    this.mails = mails;
    this.auditTrail = auditTrail;
    this.clock = clock;
  }

  @Override
  public Result send(Command command) {
    return unitOfWork.inTransaction(
        () -> {
          List<EmailAddress> asked = requests.take(command.limit());
          asked.stream()
              .distinct()
              .forEach(
                  email ->
                      users
                          .findCredential(email)
                          .ifPresent(credential -> mail(credential.user(), clock.instant())));
          return new Result(asked.size());
        });
  }

  private void mail(User user, Instant now) {
    mails.resetPassword(user, mailedTokens.issue(user, OneTimePurpose.RESET_PASSWORD, now));
    auditTrail.append(AuditEntry.of(ACTOR, "user.password-reset-mailed", "user", user.id(), now));
  }
}
