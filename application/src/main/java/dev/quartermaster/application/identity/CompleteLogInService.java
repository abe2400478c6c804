package dev.quartermaster.application.identity;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.identity.AccessTokens;
import dev.quartermaster.domain.identity.InvalidMfaCode;
import dev.quartermaster.domain.identity.InvalidMfaToken;
import dev.quartermaster.domain.identity.LockoutPolicies;
import dev.quartermaster.domain.identity.Lockouts;
import dev.quartermaster.domain.identity.OneTimeCodes;
import dev.quartermaster.domain.identity.RefreshTokens;
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
import java.time.Instant;
import java.time.InstantSource;

@UseCase
final class CompleteLogInService implements CompleteLogIn {
  private final UnitOfWork unitOfWork;
  private final Users users;
  private final SecondFactors secondFactors;
  private final LogInGuard guard;
  private final SecondFactorCheck check;
  private final SessionOpening sessionOpening;
  private final MfaTokens mfaTokens;
  private final InstantSource clock;

  CompleteLogInService(
      UnitOfWork unitOfWork,
      Users users,
      Sessions sessions,
      SecondFactors secondFactors,
      OneTimeCodes oneTimeCodes,
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
    this.guard =
        new LogInGuard(
            unitOfWork, rateLimits, lockouts, lockoutPolicies, fingerprints, users, auditTrail);
    this.check =
        new SecondFactorCheck(
            unitOfWork,
            guard,
            users,
            secondFactors,
            new SecondFactorCodes(sealing, oneTimeCodes),
            auditTrail);
    this.sessionOpening =
        new SessionOpening(sessions, accessTokens, refreshTokens, auditTrail, identifiers);
    this.mfaTokens = new MfaTokens(sealing);
    this.clock = clock;
  }

  @Override
  public Result complete(Command command) {
    Instant now = clock.instant();
    MfaTokens.Claim claim =
        mfaTokens.read(command.mfaToken(), now).orElseThrow(InvalidMfaToken::new);
    User user = unitOfWork.inTransaction(() -> halfSignedIn(claim));
    return check
        .withCode(
            user,
            command.code(),
            command.client(),
            now,
            claim::isOf,
            (_, attempt) -> {
              guard.pass(attempt, user, now);
              SessionOpening.Opened opened = sessionOpening.open(user, command.client(), now);
              return new Result(
                  user, opened.accessToken(), AccessTokens.LIFETIME, opened.refreshToken());
            })
        .orElseThrow(InvalidMfaCode::new);
  }

  private User halfSignedIn(MfaTokens.Claim claim) {
    return secondFactors
        .find(claim.userId())
        .filter(claim::isOf)
        .flatMap(_ -> users.find(claim.userId()))
        .orElseThrow(InvalidMfaToken::new);
  }
}
