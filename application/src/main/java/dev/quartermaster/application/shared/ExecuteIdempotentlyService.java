package dev.quartermaster.application.shared;

import dev.quartermaster.domain.shared.DomainException;
import dev.quartermaster.domain.shared.Fingerprints;
import dev.quartermaster.domain.shared.IdempotencyInProgress;
import dev.quartermaster.domain.shared.IdempotencyKeyReused;
import dev.quartermaster.domain.shared.IdempotencyRecords;
import dev.quartermaster.domain.shared.RecordedAnswer;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.InstantSource;
import java.util.function.Supplier;

@UseCase
final class ExecuteIdempotentlyService implements ExecuteIdempotently {
  private final UnitOfWork unitOfWork;
  private final IdempotencyRecords records;
  private final Fingerprints fingerprints;
  private final InstantSource clock;

  ExecuteIdempotentlyService(
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
    try {
      return once(command, command.request());
    } catch (Refused refused) {
      DomainException refusal = refused.refusal;
      if (!RememberedRefusals.include(refusal.kind())) {
        throw refusal;
      }
      // The refused work is rolled back by now, so the refusal is remembered in a transaction of
      // its own; should a repetition have been answered in between, that answer stands.
      return once(command, () -> command.refusal().apply(refusal));
    }
  }

  private Result once(Command command, Supplier<RecordedAnswer> request) {
    try {
      return attempt(command, request);
    } catch (AnsweredMeanwhile meanwhile) {
      return attempt(command, request);
    }
  }

  private Result attempt(Command command, Supplier<RecordedAnswer> request) {
    String requested = fingerprints.of(command.fingerprint());
    return unitOfWork.inTransaction(
        () ->
            switch (records.claim(command.key())) {
              case IdempotencyRecords.InProgress() -> throw new IdempotencyInProgress();
              case IdempotencyRecords.Answered(var fingerprint, var answer) -> {
                if (!fingerprints.matches(command.fingerprint(), fingerprint)) {
                  throw new IdempotencyKeyReused();
                }
                yield new Result(answer, true);
              }
              case IdempotencyRecords.Free() -> {
                RecordedAnswer answer = answer(request);
                if (!records.record(command.key(), requested, answer, clock.instant())) {
                  throw new AnsweredMeanwhile();
                }
                yield new Result(answer, false);
              }
            });
  }

  private static RecordedAnswer answer(Supplier<RecordedAnswer> request) {
    try {
      return request.get();
    } catch (DomainException refusal) {
      throw new Refused(refusal);
    }
  }

  /** Rolls the transaction back for a refusal of the request itself, not of the key. */
  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient DomainException refusal;

    Refused(DomainException refusal) {
      super(null, refusal, false, false);
      this.refusal = refusal;
    }
  }
}
