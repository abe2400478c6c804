package dev.quartermaster.application.shared;

import dev.quartermaster.domain.shared.DomainException;
import dev.quartermaster.domain.shared.Fingerprints;
import dev.quartermaster.domain.shared.IdempotencyRecords;
import dev.quartermaster.domain.shared.RecordedAnswer;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

@UseCase
final class ExecuteIdempotentlyService implements ExecuteIdempotently {
  private final UnitOfWork unitOfWork;
  private final KeptAnswers kept;

  ExecuteIdempotentlyService(
      UnitOfWork unitOfWork,
      IdempotencyRecords records,
      Fingerprints fingerprints,
      InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.kept = new KeptAnswers(records, fingerprints, clock);
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
    return AnsweredMeanwhile.orAgain(
        () -> unitOfWork.inTransaction(() -> repeatedOrNew(command, request)));
  }

  private Result repeatedOrNew(Command command, Supplier<RecordedAnswer> request) {
    KeptAnswers.Request asked = new KeptAnswers.Request(command.key(), command.fingerprint());
    Optional<RecordedAnswer> before = kept.claim(asked);
    if (before.isPresent()) {
      return new Result(before.get(), true);
    }
    RecordedAnswer answer = answer(request);
    if (!kept.keep(asked, answer)) {
      throw new AnsweredMeanwhile();
    }
    return new Result(answer, false);
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
