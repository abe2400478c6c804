package dev.quartermaster.application.shared;

import dev.quartermaster.domain.shared.Fingerprints;
import dev.quartermaster.domain.shared.GroupCommit;
import dev.quartermaster.domain.shared.IdempotencyInProgress;
import dev.quartermaster.domain.shared.IdempotencyKeyReused;
import dev.quartermaster.domain.shared.IdempotencyRecords;
import dev.quartermaster.domain.shared.Outcome;
import dev.quartermaster.domain.shared.RecordedAnswer;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

@UseCase
final class ExecuteTogetherService implements ExecuteTogether {
  private final GroupCommit groupCommit;
  private final IdempotencyRecords records;
  private final Fingerprints fingerprints;
  private final InstantSource clock;

  ExecuteTogetherService(
      GroupCommit groupCommit,
      IdempotencyRecords records,
      Fingerprints fingerprints,
      InstantSource clock) {
    this.groupCommit = groupCommit;
    this.records = records;
    this.fingerprints = fingerprints;
    this.clock = clock;
  }

  @Override
  public <T, R> Result<R> execute(Command<T, R> command, Function<List<T>, List<Outcome<R>>> work) {
    try {
      return attempt(command, work);
    } catch (AnsweredMeanwhile meanwhile) {
      return attempt(command, work);
    }
  }

  private <T, R> Result<R> attempt(
      Command<T, R> command, Function<List<T>, List<Outcome<R>>> work) {
    return groupCommit.<Command<T, R>, Result<R>>commit(
        command.kind(), command, command.size(), commands -> executeAll(commands, work));
  }

  private <T, R> List<Outcome<Result<R>>> executeAll(
      List<Command<T, R>> commands, Function<List<T>, List<Outcome<R>>> work) {
    List<IdempotencyRecords.Claim> claims = claims(commands);
    Iterator<Outcome<R>> outcomes = outcomes(commands, claims, work).iterator();
    List<Outcome<Result<R>>> results = new ArrayList<>(commands.size());
    List<IdempotencyRecords.Answer> answers = new ArrayList<>();
    for (int index = 0; index < commands.size(); index++) {
      Command<T, R> command = commands.get(index);
      results.add(
          switch (claims.get(index)) {
            case IdempotencyRecords.InProgress() ->
                new Outcome.Refused<>(new IdempotencyInProgress());
            case IdempotencyRecords.Answered(var fingerprint, var answer) ->
                repeated(command, fingerprint, answer);
            case IdempotencyRecords.Free() -> result(command, outcomes.next(), answers);
          });
    }
    if (records.record(answers, clock.instant()) < answers.size()) {
      throw new AnsweredMeanwhile();
    }
    return results;
  }

  /** For each command the claim of its key; one without a key is free. */
  private <T, R> List<IdempotencyRecords.Claim> claims(List<Command<T, R>> commands) {
    Iterator<IdempotencyRecords.Claim> claims =
        records
            .claim(
                commands.stream()
                    .flatMap(command -> command.repeatable().stream())
                    .map(Repeatable::key)
                    .toList())
            .iterator();
    return commands.stream()
        .map(
            command ->
                command.repeatable().isPresent() ? claims.next() : new IdempotencyRecords.Free())
        .toList();
  }

  private static <T, R> List<Outcome<R>> outcomes(
      List<Command<T, R>> commands,
      List<IdempotencyRecords.Claim> claims,
      Function<List<T>, List<Outcome<R>>> work) {
    List<T> free =
        IntStream.range(0, commands.size())
            .filter(index -> claims.get(index) instanceof IdempotencyRecords.Free)
            .mapToObj(index -> commands.get(index).request())
            .toList();
    return free.isEmpty() ? List.of() : work.apply(free);
  }

  private <T, R> Outcome<Result<R>> repeated(
      Command<T, R> command, String fingerprint, RecordedAnswer answer) {
    boolean isTheSame =
        fingerprints.matches(command.repeatable().orElseThrow().fingerprint(), fingerprint);
    return isTheSame
        ? new Outcome.Done<>(new Answered<>(answer, true))
        : new Outcome.Refused<>(new IdempotencyKeyReused());
  }

  /** What to tell of the outcome; the answer to a request with a key joins those to keep. */
  private <T, R> Outcome<Result<R>> result(
      Command<T, R> command, Outcome<R> outcome, List<IdempotencyRecords.Answer> answers) {
    if (command.repeatable().isEmpty()) {
      return switch (outcome) {
        case Outcome.Done<R>(var result) -> new Outcome.Done<>(new Executed<>(result));
        case Outcome.Refused<R>(var refusal) -> new Outcome.Refused<>(refusal);
      };
    }
    Repeatable<R> repeatable = command.repeatable().get();
    if (outcome instanceof Outcome.Refused<R>(var refusal)
        && !RememberedRefusals.include(refusal.kind())) {
      return new Outcome.Refused<>(refusal);
    }
    RecordedAnswer answer =
        switch (outcome) {
          case Outcome.Done<R>(var result) -> repeatable.answer().apply(result);
          case Outcome.Refused<R>(var refusal) -> repeatable.refusal().apply(refusal);
        };
    answers.add(
        new IdempotencyRecords.Answer(
            repeatable.key(), fingerprints.of(repeatable.fingerprint()), answer));
    return new Outcome.Done<>(new Answered<>(answer, false));
  }
}
