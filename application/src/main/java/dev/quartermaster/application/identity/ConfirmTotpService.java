package dev.quartermaster.application.identity;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.identity.MfaAlreadyEnabled;
import dev.quartermaster.domain.identity.MfaNotEnabled;
import dev.quartermaster.domain.identity.OneTimeCodes;
import dev.quartermaster.domain.identity.RecoveryCode;
import dev.quartermaster.domain.identity.SecondFactor;
import dev.quartermaster.domain.identity.SecondFactors;
import dev.quartermaster.domain.shared.AuditEntry;
import dev.quartermaster.domain.shared.AuditTrail;
import dev.quartermaster.domain.shared.Sealing;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.domain.shared.UserId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;

@UseCase
final class ConfirmTotpService implements ConfirmTotp {
  private final UnitOfWork unitOfWork;
  private final SecondFactors secondFactors;
  private final SecondFactorCodes codes;
  private final AuditTrail auditTrail;
  private final InstantSource clock;

  ConfirmTotpService(
      UnitOfWork unitOfWork,
      SecondFactors secondFactors,
      OneTimeCodes oneTimeCodes,
      Sealing sealing,
      AuditTrail auditTrail,
      InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.secondFactors = secondFactors;
    this.codes = new SecondFactorCodes(sealing, oneTimeCodes);
    this.auditTrail = auditTrail;
    this.clock = clock;
  }

  @Override
  public Result confirm(Command command) {
    UserId id = command.actor().requireUser();
    List<RecoveryCode> recoveryCodes = codes.newRecoveryCodes();
    unitOfWork.inTransaction(
        () -> {
          SecondFactor pending = secondFactors.findForUpdate(id).orElseThrow(MfaNotEnabled::new);
          if (pending.isActive()) {
            throw new MfaAlreadyEnabled();
          }
          Instant now = clock.instant();
          OptionalLong step = codes.stepOf(pending, command.code(), now);
          if (step.isEmpty()) {
            throw SecondFactorCodes.wrong();
          }
          secondFactors.save(
              pending.confirmed(step.getAsLong(), SecondFactorCodes.digests(recoveryCodes), now));
          auditTrail.append(AuditEntry.of(command.actor(), "mfa.enabled", "user", id, now));
        });
    return new Result(recoveryCodes);
  }
}
