package dev.quartermaster.application.identity;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.identity.OneTimePurpose;
import dev.quartermaster.domain.identity.OneTimeTokens;
import dev.quartermaster.domain.identity.RandomTokens;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.identity.UserEvents;
import dev.quartermaster.domain.identity.Users;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.AuditEntry;
import dev.quartermaster.domain.shared.AuditTrail;
import dev.quartermaster.domain.shared.Change;
import dev.quartermaster.domain.shared.Outbox;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;

@UseCase
final class VerifyEmailService implements VerifyEmail {
  private final UnitOfWork unitOfWork;
  private final Users users;
  private final MailedTokens mailedTokens;
  private final AuditTrail auditTrail;
  private final Outbox outbox;
  private final InstantSource clock;

  VerifyEmailService(
      UnitOfWork unitOfWork,
      Users users,
      OneTimeTokens oneTimeTokens,
      RandomTokens randomTokens,
      AuditTrail auditTrail,
      Outbox outbox,
      InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.users = users;
    this.mailedTokens = new MailedTokens(oneTimeTokens, randomTokens, users);
    this.auditTrail = auditTrail;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Override
  public void verify(Command command) {
    unitOfWork.inTransaction(
        () -> {
          Instant now = clock.instant();
          User user = mailedTokens.use(command.token(), OneTimePurpose.VERIFY_EMAIL, now);
          User verified = user.withVerifiedEmail(now);
          users.update(verified);
          Actor owner = new Actor.SignedIn(user.id(), user.permissions());
          auditTrail.append(
              AuditEntry.of(owner, "user.email-verified", "user", user.id(), now)
                  .changing(Change.between(user.auditable(), verified.auditable())));
          outbox.append(UserEvents.updated(verified, owner));
        });
  }
}
