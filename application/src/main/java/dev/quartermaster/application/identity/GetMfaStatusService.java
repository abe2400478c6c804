package dev.quartermaster.application.identity;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.identity.SecondFactor;
import dev.quartermaster.domain.identity.SecondFactors;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.domain.shared.UserId;

@UseCase
final class GetMfaStatusService implements GetMfaStatus {
  private final UnitOfWork unitOfWork;
  private final SecondFactors secondFactors;

  GetMfaStatusService(UnitOfWork unitOfWork, SecondFactors secondFactors) {
    this.unitOfWork = unitOfWork;
    this.secondFactors = secondFactors;
  }

  @Override
  public Result get(Query query) {
    UserId id = query.actor().requireUser();
    return new Result(
        unitOfWork
            .reading(() -> secondFactors.find(id))
            .filter(SecondFactor::isActive)
            .isPresent());
  }
}
