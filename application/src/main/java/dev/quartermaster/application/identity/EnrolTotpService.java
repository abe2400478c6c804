package dev.quartermaster.application.identity;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.identity.LockoutPolicies;
import dev.quartermaster.domain.identity.Lockouts;
import dev.quartermaster.domain.identity.MfaAlreadyEnabled;
import dev.quartermaster.domain.identity.OneTimeCodes;
import dev.quartermaster.domain.identity.PasswordHasher;
import dev.quartermaster.domain.identity.SecondFactor;
import dev.quartermaster.domain.identity.SecondFactors;
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
    User.Credential known = unitOfWork.inTransaction(() -> credentialOf(command.actor()));
    LogInGuard.Attempt attempt =
        guard.begin(known.user().email().value(), command.client(), clock.instant());
    attempt.requireOpen();
    if (!guard.holds(
        attempt, () -> hasher.matches(command.password(), Optional.of(known.password())))) {
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
    Instant now = clock.instant();
    secondFactors.save(SecondFactor.enrolled(id, codes.seal(id, secret), now));
    auditTrail.append(AuditEntry.of(actor, "mfa.enrolled", "user", id, now));
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
