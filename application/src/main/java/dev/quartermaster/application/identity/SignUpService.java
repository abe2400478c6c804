package dev.quartermaster.application.identity;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.identity.AccountMails;
import dev.quartermaster.domain.identity.EmailAddress;
import dev.quartermaster.domain.identity.OneTimePurpose;
import dev.quartermaster.domain.identity.OneTimeTokens;
import dev.quartermaster.domain.identity.RandomTokens;
import dev.quartermaster.domain.identity.Role;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.identity.UserEvents;
import dev.quartermaster.domain.identity.Users;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.Allowance;
import dev.quartermaster.domain.shared.AuditEntry;
import dev.quartermaster.domain.shared.AuditTrail;
import dev.quartermaster.domain.shared.Change;
import dev.quartermaster.domain.shared.Identifiers;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.domain.shared.Outbox;
import dev.quartermaster.domain.shared.RateLimits;
import dev.quartermaster.domain.shared.RatePolicy;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.domain.shared.UserId;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;

@UseCase
final class SignUpService implements SignUp {
  private final UnitOfWork unitOfWork;
  private final Users users;
  private final MailedTokens mailedTokens;
  private final AccountMails mails;
  private final RateLimits rateLimits;
  private final AuditTrail auditTrail;
  private final Outbox outbox;
  private final Identifiers identifiers;
  private final InstantSource clock;

  SignUpService(
      UnitOfWork unitOfWork,
      Users users,
      OneTimeTokens oneTimeTokens,
      RandomTokens randomTokens,
      AccountMails mails,
      RateLimits rateLimits,
      AuditTrail auditTrail,
      Outbox outbox,
      Identifiers identifiers,
      InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.users = users;
    this.mailedTokens = new MailedTokens(oneTimeTokens, randomTokens, users);
    this.mails = mails;
    this.rateLimits = rateLimits;
    this.auditTrail = auditTrail;
    this.outbox = outbox;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  @Override
  public User signUp(Command command) {
    InvalidInput.collect(
        () -> User.checkName(command.name()), () -> EmailAddress.check(command.email()));
    rateLimits
        .take(RatePolicy.SIGNUP, "address:" + command.client().network())
        .ifPresent(Allowance::require);
    User user =
        User.signUp(
            new UserId(identifiers.next()),
            command.name(),
            new EmailAddress(command.email()),
            command.language(),
            Set.of(Role.CUSTOMER),
            clock.instant());
    unitOfWork.inTransaction(() -> open(user, command));
    return user;
  }

  private void open(User user, Command command) {
    users.add(user, command.password());
    mails.welcome(user, mailedTokens.issue(user, OneTimePurpose.VERIFY_EMAIL, user.createdAt()));
    auditTrail.append(
        AuditEntry.of(
                new Actor.SignedIn(user.id(), user.permissions()),
                "user.signed-up",
                "user",
                user.id(),
                user.createdAt())
            .changing(Change.between(Map.of(), user.auditable())));
    outbox.append(UserEvents.created(user, new Actor.SignedIn(user.id(), user.permissions())));
  }
}
