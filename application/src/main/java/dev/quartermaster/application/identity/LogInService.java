package dev.quartermaster.application.identity;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.identity.AccessTokens;
import dev.quartermaster.domain.identity.EmailAddress;
import dev.quartermaster.domain.identity.InvalidCredentials;
import dev.quartermaster.domain.identity.LockoutPolicies;
import dev.quartermaster.domain.identity.Lockouts;
import dev.quartermaster.domain.identity.PasswordHasher;
import dev.quartermaster.domain.identity.RefreshTokens;
import dev.quartermaster.domain.identity.SecondFactor;
import dev.quartermaster.domain.identity.SecondFactors;
import dev.quartermaster.domain.identity.Sessions;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.identity.Users;
import dev.quartermaster.domain.shared.AuditTrail;
import dev.quartermaster.domain.shared.Fingerprints;
import dev.quartermaster.domain.shared.Identifiers;
import dev.quartermaster.domain.shared.RateLimits;
import dev.quartermaster.domain.shared.Sealing;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.InstantSource;
import java.util.Optional;

@UseCase
final class LogInService implements LogIn {
  private final UnitOfWork unitOfWork;
  private final Users users;
  private final SecondFactors secondFactors;
  private final PasswordHasher hasher;
  private final LogInGuard guard;
  private final PasswordRehash passwordRehash;
  private final SessionOpening sessionOpening;
  private final MfaTokens mfaTokens;
  private final InstantSource clock;

  LogInService(
      UnitOfWork unitOfWork,
      Users users,
      Sessions sessions,
      SecondFactors secondFactors,
      PasswordHasher hasher,
      AccessTokens accessTokens,
      RefreshTokens refreshTokens,
      RateLimits rateLimits,
      Lockouts lockouts,
      LockoutPolicies lockoutPolicies,
      Fingerprints fingerprints,
      Sealing sealing,
      AuditTrail auditTrail,
      Identifiers identifiers,
      InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.users = users;
    this.secondFactors = secondFactors;
    this.hasher = hasher;
    this.guard =
        new LogInGuard(
            unitOfWork, rateLimits, lockouts, lockoutPolicies, fingerprints, users, auditTrail);
    this.passwordRehash = new PasswordRehash(unitOfWork, users, hasher);
    this.sessionOpening =
        new SessionOpening(sessions, accessTokens, refreshTokens, auditTrail, identifiers);
    this.mfaTokens = new MfaTokens(sealing);
    this.clock = clock;
  }

  @Override
  public Result logIn(Command command) {
    LogInGuard.Attempt attempt = guard.begin(command.email(), command.client(), clock.instant());
    // A hash that was replaced meanwhile may be another one of the same password.
    Result result =
        attempted(command, attempt)
            .or(() -> attempted(command, attempt))
            .orElseThrow(InvalidCredentials::new);
    guard.giveBack(attempt);
    return result;
  }

  /** Lets in whoever knows the password; empty when its hash was replaced meanwhile. */
  private Optional<Result> attempted(Command command, LogInGuard.Attempt attempt) {
    Optional<User.Credential> credential =
        EmailAddress.parse(command.email())
            .flatMap(email -> unitOfWork.inTransaction(() -> users.findCredential(email)));
    boolean matches =
        guard.holds(
            attempt,
            () -> hasher.matches(command.password(), credential.map(User.Credential::password)));
    // Only now, so that the time does not tell what is locked.
    attempt.requireOpen();
    User.Credential shown = credential.filter(_ -> matches).orElseThrow(InvalidCredentials::new);
    Optional<Result> result =
        unitOfWork.inTransaction(
            () ->
                users.holdPassword(shown.user().id(), shown.password())
                    ? Optional.of(next(shown.user(), command, attempt))
                    : Optional.empty());
    passwordRehash.whereNeeded(shown, command.password());
    return result;
  }

  private Result next(User user, Command command, LogInGuard.Attempt attempt) {
    Optional<SecondFactor> needed = secondFactors.find(user.id()).filter(SecondFactor::isActive);
    if (needed.isPresent()) {
      guard.takeBack(attempt);
      return new SecondStep(mfaTokens.issue(needed.get(), clock.instant()), MfaTokens.LIFETIME);
    }
    guard.pass(attempt, user, clock.instant());
    SessionOpening.Opened opened = sessionOpening.open(user, command.client(), clock.instant());
    return new SignedIn(user, opened.accessToken(), AccessTokens.LIFETIME, opened.refreshToken());
  }
}
