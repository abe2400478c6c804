package dev.quartermaster.application.identity;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.identity.OneTimeTokens;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.InstantSource;

@UseCase
final class ForgetExpiredTokensService implements ForgetExpiredTokens {
  private final UnitOfWork unitOfWork;
  private final OneTimeTokens oneTimeTokens;
  private final InstantSource clock;

  ForgetExpiredTokensService(
      UnitOfWork unitOfWork, OneTimeTokens oneTimeTokens, InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.oneTimeTokens = oneTimeTokens;
    this.clock = clock;
  }

  @Override
  public Result forget(Command command) {
    return unitOfWork.inTransaction(
        () -> new Result(oneTimeTokens.forgetExpiredBefore(clock.instant(), command.limit())));
  }
}
