package dev.quartermaster.application.identity;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.identity.LockoutPolicies;
import dev.quartermaster.domain.identity.Lockouts;
import dev.quartermaster.domain.identity.OneTimeCodes;
import dev.quartermaster.domain.identity.SecondFactors;
import dev.quartermaster.domain.identity.Users;
import dev.quartermaster.domain.shared.AuditEntry;
import dev.quartermaster.domain.shared.AuditTrail;
import dev.quartermaster.domain.shared.Fingerprints;
import dev.quartermaster.domain.shared.RateLimits;
import dev.quartermaster.domain.shared.Sealing;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;

@UseCase
final class DisableTotpService implements DisableTotp {
  private final SecondFactors secondFactors;
  private final SecondFactorCheck check;
  private final AuditTrail auditTrail;
  private final InstantSource clock;

  DisableTotpService(
      UnitOfWork unitOfWork,
      Users users,
      SecondFactors secondFactors,
      OneTimeCodes oneTimeCodes,
      RateLimits rateLimits,
      Lockouts lockouts,
      LockoutPolicies lockoutPolicies,
      Fingerprints fingerprints,
      Sealing sealing,
      AuditTrail auditTrail,
      InstantSource clock) {
    this.secondFactors = secondFactors;
    LogInGuard guard =
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
    this.auditTrail = auditTrail;
    this.clock = clock;
  }

  @Override
  public void disable(Command command) {
    Instant now = clock.instant();
    check.requireCode(
        command.actor(),
        command.code(),
        command.client(),
        now,
        secondFactor -> {
          secondFactors.delete(secondFactor.userId());
          auditTrail.append(
              AuditEntry.of(command.actor(), "mfa.disabled", "user", secondFactor.userId(), now));
        });
  }
}
