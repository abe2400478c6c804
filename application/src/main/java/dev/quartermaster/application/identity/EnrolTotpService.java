package dev.quartermaster.application.identity;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.identity.MfaAlreadyEnabled;
import dev.quartermaster.domain.identity.OneTimeCodes;
import dev.quartermaster.domain.identity.SecondFactor;
import dev.quartermaster.domain.identity.SecondFactors;
import dev.quartermaster.domain.identity.TotpSecret;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.identity.Users;
import dev.quartermaster.domain.shared.AuditEntry;
import dev.quartermaster.domain.shared.AuditTrail;
import dev.quartermaster.domain.shared.Sealing;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.domain.shared.UserId;
import java.time.Instant;
import java.time.InstantSource;

@UseCase
final class EnrolTotpService implements EnrolTotp {
  private final UnitOfWork unitOfWork;
  private final Users users;
  private final SecondFactors secondFactors;
  private final OneTimeCodes oneTimeCodes;
  private final SecondFactorCodes codes;
  private final AuditTrail auditTrail;
  private final InstantSource clock;

  EnrolTotpService(
      UnitOfWork unitOfWork,
      Users users,
      SecondFactors secondFactors,
      OneTimeCodes oneTimeCodes,
      Sealing sealing,
      AuditTrail auditTrail,
      InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.users = users;
    this.secondFactors = secondFactors;
    this.oneTimeCodes = oneTimeCodes;
    this.codes = new SecondFactorCodes(sealing, oneTimeCodes);
    this.auditTrail = auditTrail;
    this.clock = clock;
  }

  @Override
  public Result enrol(Command command) {
    UserId id = command.actor().requireUser();
    TotpSecret secret = oneTimeCodes.newSecret();
    return unitOfWork.inTransaction(
        () -> {
          // Locked, as there may be no second factor to lock yet.
          User user = AccountAccess.toWrite(users, command.actor(), id);
          if (secondFactors.find(id).filter(SecondFactor::isActive).isPresent()) {
            throw new MfaAlreadyEnabled();
          }
          Instant now = clock.instant();
          secondFactors.save(SecondFactor.enrolled(id, codes.seal(id, secret), now));
          auditTrail.append(AuditEntry.of(command.actor(), "mfa.enrolled", "user", id, now));
          return new Result(secret, secret.keyUri(user.email()));
        });
  }
}
