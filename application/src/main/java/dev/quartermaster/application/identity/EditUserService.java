package dev.quartermaster.application.identity;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.identity.AccountMails;
import dev.quartermaster.domain.identity.EmailAddress;
import dev.quartermaster.domain.identity.OneTimePurpose;
import dev.quartermaster.domain.identity.OneTimeTokens;
import dev.quartermaster.domain.identity.RandomTokens;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.identity.UserEvents;
import dev.quartermaster.domain.identity.Users;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.Allowance;
import dev.quartermaster.domain.shared.AuditEntry;
import dev.quartermaster.domain.shared.AuditTrail;
import dev.quartermaster.domain.shared.Change;
import dev.quartermaster.domain.shared.Outbox;
import dev.quartermaster.domain.shared.RateLimits;
import dev.quartermaster.domain.shared.RatePolicy;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;

@UseCase
final class EditUserService implements EditUser {
  private final UnitOfWork unitOfWork;
  private final Users users;
  private final MailedTokens mailedTokens;
  private final AccountMails mails;
  private final RateLimits rateLimits;
  private final AuditTrail auditTrail;
  private final Outbox outbox;
  private final InstantSource clock;

  EditUserService(
      UnitOfWork unitOfWork,
      Users users,
      OneTimeTokens oneTimeTokens,
      RandomTokens randomTokens,
      AccountMails mails,
      RateLimits rateLimits,
      AuditTrail auditTrail,
      Outbox outbox,
      InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.users = users;
    this.mailedTokens = new MailedTokens(oneTimeTokens, randomTokens, users);
    this.mails = mails;
    this.rateLimits = rateLimits;
    this.auditTrail = auditTrail;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Override
  public User edit(Command command) {
    command.actor().requireUser();
    return unitOfWork.inTransaction(
        () -> {
          User user = AccountAccess.toWrite(users, command.actor(), command.userId());
          command.expected().check(user.version());
          Instant now = clock.instant();
          User edited = edited(user, command, now);
          if (edited.version() != user.version()) {
            save(command.actor(), user, edited, now);
          }
          return edited;
        });
  }

  private void save(Actor actor, User before, User edited, Instant now) {
    boolean isElsewhere = !edited.email().equals(before.email());
    if (isElsewhere) {
      // Whoever changes addresses without end would have us write to as many people.
      rateLimits.take(RatePolicy.MAIL, actor.reference()).ifPresent(Allowance::require);
    }
    users.update(edited);
    if (isElsewhere) {
      mails.verifyEmail(edited, mailedTokens.issue(edited, OneTimePurpose.VERIFY_EMAIL, now));
    }
    auditTrail.append(
        AuditEntry.of(actor, "user.edited", "user", edited.id(), now)
            .changing(Change.between(before.auditable(), edited.auditable())));
    outbox.append(UserEvents.updated(edited, actor));
  }

  private static User edited(User user, Command command, Instant now) {
    User edited =
        user.edited(
            command.name().orElse(user.name()),
            command.email().map(EmailAddress::new).orElse(user.email()),
            command.language().orElse(user.language()),
            now);
    boolean isSame =
        edited.name().equals(user.name())
            && edited.email().equals(user.email())
            && edited.language() == user.language();
    return isSame ? user : edited;
  }
}
