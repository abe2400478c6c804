package dev.quartermaster.application.shared;

import dev.quartermaster.domain.shared.IdempotencyRecords;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.InstantSource;

@UseCase
final class ForgetExpiredAnswersService implements ForgetExpiredAnswers {
  private final UnitOfWork unitOfWork;
  private final IdempotencyRecords records;
  private final InstantSource clock;

  ForgetExpiredAnswersService(
      UnitOfWork unitOfWork, IdempotencyRecords records, InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.records = records;
    this.clock = clock;
  }

  @Override
  public Result forget(Command command) {
    return unitOfWork.inTransaction(
        () -> new Result(records.forgetBefore(clock.instant().minus(RETENTION), command.limit())));
  }
}
