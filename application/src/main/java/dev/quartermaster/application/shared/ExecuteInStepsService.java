package dev.quartermaster.application.shared;

import dev.quartermaster.domain.shared.DomainException;
import dev.quartermaster.domain.shared.Fingerprints;
import dev.quartermaster.domain.shared.IdempotencyInProgress;
import dev.quartermaster.domain.shared.IdempotencyKeyReused;
import dev.quartermaster.domain.shared.IdempotencyRecords;
import dev.quartermaster.domain.shared.RecordedAnswer;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.InstantSource;
import java.util.Optional;

@UseCase
final class ExecuteInStepsService implements ExecuteInSteps {
  private final UnitOfWork unitOfWork;
  private final IdempotencyRecords records;
  private final Fingerprints fingerprints;
  private final InstantSource clock;

  ExecuteInStepsService(
      UnitOfWork unitOfWork,
      IdempotencyRecords records,
      Fingerprints fingerprints,
      InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.records = records;
    this.fingerprints = fingerprints;
    this.clock = clock;
  }

  @Override
  public Result execute(Command command) {
    Optional<RecordedAnswer> before = unitOfWork.inTransaction(() -> remembered(command));
    if (before.isPresent()) {
      return new Result(before.get(), true);
    }
    RecordedAnswer answer = answer(command);
    if (command.isLastWord().test(answer)) {
      String requested = fingerprints.of(command.fingerprint());
      // A twin may have been remembered meanwhile. That is as true as this answer, and stays.
      boolean _ =
          unitOfWork.inTransaction(
              () -> records.record(command.key(), requested, answer, clock.instant()));
    }
    return new Result(answer, false);
  }

  private Optional<RecordedAnswer> remembered(Command command) {
    return switch (records.claim(command.key())) {
      case IdempotencyRecords.InProgress() -> throw new IdempotencyInProgress();
      case IdempotencyRecords.Answered(var fingerprint, var answer) -> {
        if (!fingerprints.matches(command.fingerprint(), fingerprint)) {
          throw new IdempotencyKeyReused();
        }
        yield Optional.of(answer);
      }
      case IdempotencyRecords.Free() -> Optional.empty();
    };
  }

  private static RecordedAnswer answer(Command command) {
    try {
      return command.request().get();
    } catch (DomainException refusal) {
      if (!RememberedRefusals.include(refusal.kind())) {
        throw refusal;
      }
      return command.refusal().apply(refusal);
    }
  }
}
