package dev.quartermaster.application.shared;

import dev.quartermaster.domain.shared.DomainException;
import dev.quartermaster.domain.shared.Fingerprints;
import dev.quartermaster.domain.shared.IdempotencyRecords;
import dev.quartermaster.domain.shared.RecordedAnswer;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.InstantSource;
import java.util.Optional;

@UseCase
final class ExecuteInStepsService implements ExecuteInSteps {
  private final UnitOfWork unitOfWork;
  private final KeptAnswers kept;

  ExecuteInStepsService(
      UnitOfWork unitOfWork,
      IdempotencyRecords records,
      Fingerprints fingerprints,
      InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.kept = new KeptAnswers(records, fingerprints, clock);
  }

  @Override
  public Result execute(Command command) {
    KeptAnswers.Request asked = new KeptAnswers.Request(command.key(), command.fingerprint());
    Optional<RecordedAnswer> before = unitOfWork.inTransaction(() -> kept.claim(asked));
    if (before.isPresent()) {
      return new Result(before.get(), true);
    }
    RecordedAnswer answer = answer(command);
    if (command.isLastWord().test(answer)) {
      // A twin may have been remembered meanwhile. That is as true as this answer, and stays.
      boolean _ = unitOfWork.inTransaction(() -> kept.keep(asked, answer));
    }
    return new Result(answer, false);
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
