package dev.quartermaster.application.identity;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.identity.LockoutPolicies;
import dev.quartermaster.domain.identity.Lockouts;
import dev.quartermaster.domain.identity.MfaAlreadyEnabled;
import dev.quartermaster.domain.identity.OneTimeCodes;
import dev.quartermaster.domain.identity.PasswordHasher;
import dev.quartermaster.domain.identity.RawPassword;
import dev.quartermaster.domain.identity.SecondFactor;
import dev.quartermaster.domain.identity.SecondFactors;
import dev.quartermaster.domain.identity.Session;
import dev.quartermaster.domain.identity.Sessions;
import dev.quartermaster.domain.identity.TotpSecret;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.identity.Users;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.AuditEntry;
import dev.quartermaster.domain.shared.AuditTrail;
import dev.quartermaster.domain.shared.Fingerprints;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.domain.shared.NotFound;
import dev.quartermaster.domain.shared.RateLimits;
import dev.quartermaster.domain.shared.Sealing;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.domain.shared.UserId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

@UseCase
final class EnrolTotpService implements EnrolTotp {
  private final UnitOfWork unitOfWork;
  private final Users users;
  private final Sessions sessions;
  private final SecondFactors secondFactors;
  private final OneTimeCodes oneTimeCodes;
  private final SecondFactorCodes codes;
  private final PasswordHasher hasher;
  private final LogInGuard guard;
  private final AuditTrail auditTrail;
  private final InstantSource clock;

  EnrolTotpService(
      UnitOfWork unitOfWork,
      Users users,
      Sessions sessions,
      SecondFactors secondFactors,
      OneTimeCodes oneTimeCodes,
      PasswordHasher hasher,
      RateLimits rateLimits,
      Lockouts lockouts,
      LockoutPolicies lockoutPolicies,
      Fingerprints fingerprints,
      Sealing sealing,
      AuditTrail auditTrail,
      InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.users = users;
    this.sessions = sessions;
    this.secondFactors = secondFactors;
    this.oneTimeCodes = oneTimeCodes;
    this.codes = new SecondFactorCodes(sealing, oneTimeCodes);
    this.hasher = hasher;
    this.guard =
        new LogInGuard(
            unitOfWork, rateLimits, lockouts, lockoutPolicies, fingerprints, users, auditTrail);
    this.auditTrail = auditTrail;
    this.clock = clock;
  }

  @Override
  public Result enrol(Command command) {
    return command
        .password()
        .map(password -> byPassword(command, password))
        .orElseGet(() -> byRecentLogIn(command));
  }

  private Result byRecentLogIn(Command command) {
    UserId id = command.actor().requireUser();
    TotpSecret secret = oneTimeCodes.newSecret();
    return unitOfWork.inTransaction(
        () -> {
          User user = AccountAccess.toWrite(users, command.actor(), id);
          requireNone(id);
          if (command.session().flatMap(sessions::find).filter(this::isOfLate).isEmpty()) {
            throw InvalidInput.of(
                "password",
                "must be given, as the log-in is more than "
                    + LOG_IN_IS_RECENT.toMinutes()
                    + " minutes ago");
          }
          return saved(command.actor(), user, secret);
        });
  }

  private boolean isOfLate(Session session) {
    return clock.instant().isBefore(session.createdAt().plus(LOG_IN_IS_RECENT));
  }

  private Result byPassword(Command command, RawPassword password) {
    User.Credential known = unitOfWork.inTransaction(() -> credentialOf(command.actor()));
    LogInGuard.Attempt attempt =
        guard.begin(known.user().email().value(), command.client(), clock.instant());
    attempt.requireOpen();
    if (!guard.holds(attempt, () -> hasher.matches(password, Optional.of(known.password())))) {
      throw wrongPassword();
    }
    TotpSecret secret = oneTimeCodes.newSecret();
    Result result =
        unitOfWork.inTransaction(
            () -> {
              Result enrolled = enrolled(command.actor(), known, secret);
              guard.takeBack(attempt);
              return enrolled;
            });
    guard.giveBack(attempt);
    return result;
  }

  private User.Credential credentialOf(Actor actor) {
    UserId id = actor.requireUser();
    requireNone(id);
    return users
        .find(id)
        .flatMap(user -> users.findCredential(user.email()))
        .orElseThrow(() -> new NotFound("user", id));
  }

  private Result enrolled(Actor actor, User.Credential known, TotpSecret secret) {
    UserId id = known.user().id();
    // Locked, as there may be no second factor to lock yet.
    User user = AccountAccess.toWrite(users, actor, id);
    if (!users.holdPassword(id, known.password())) {
      throw wrongPassword();
    }
    requireNone(id);
    return saved(actor, user, secret);
  }

  private Result saved(Actor actor, User user, TotpSecret secret) {
    Instant now = clock.instant();
    secondFactors.save(SecondFactor.enrolled(user.id(), codes.seal(user.id(), secret), now));
    auditTrail.append(AuditEntry.of(actor, "mfa.enrolled", "user", user.id(), now));
    return new Result(secret, secret.keyUri(user.email()));
  }

  private void requireNone(UserId id) {
    if (secondFactors.find(id).filter(SecondFactor::isActive).isPresent()) {
      throw new MfaAlreadyEnabled();
    }
  }

  private static InvalidInput wrongPassword() {
    return InvalidInput.of(
        "password",
        "is not this account's; whoever signs in elsewhere chooses one by way of a forgotten"
            + " password first");
  }
}
