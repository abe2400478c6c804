package dev.quartermaster.application.identity;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.identity.LockoutPolicy;
import dev.quartermaster.domain.identity.Lockouts;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.InstantSource;

@UseCase
final class ForgetFailedLogInsService implements ForgetFailedLogIns {
  private final UnitOfWork unitOfWork;
  private final Lockouts lockouts;
  private final InstantSource clock;

  ForgetFailedLogInsService(UnitOfWork unitOfWork, Lockouts lockouts, InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.lockouts = lockouts;
    this.clock = clock;
  }

  @Override
  public Result forget(Command command) {
    return unitOfWork.inTransaction(
        () ->
            new Result(
                lockouts.forgetBefore(
                    clock.instant().minus(LockoutPolicy.MEMORY), command.limit())));
  }
}
