package dev.quartermaster.application.shared;

import dev.quartermaster.domain.shared.Fingerprints;
import dev.quartermaster.domain.shared.GroupCommit;
import dev.quartermaster.domain.shared.IdempotencyRecords;
import dev.quartermaster.domain.shared.Outcome;
import dev.quartermaster.domain.shared.RecordedAnswer;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

@UseCase
final class ExecuteTogetherService implements ExecuteTogether {
  private final GroupCommit groupCommit;
  private final KeptAnswers kept;

  ExecuteTogetherService(
      GroupCommit groupCommit,
      IdempotencyRecords records,
      Fingerprints fingerprints,
      InstantSource clock) {
    this.groupCommit = groupCommit;
    this.kept = new KeptAnswers(records, fingerprints, clock);
  }

  @Override
  public <T, R> Result<R> execute(Command<T, R> command, Function<List<T>, List<Outcome<R>>> work) {
    return AnsweredMeanwhile.orAgain(
        () ->
            groupCommit.<Command<T, R>, Result<R>>commit(
                command.kind(), command, command.size(), commands -> executeAll(commands, work)));
  }

  private <T, R> List<Outcome<Result<R>>> executeAll(
      List<Command<T, R>> commands, Function<List<T>, List<Outcome<R>>> work) {
    return Outcome.then(claimed(commands), claimed -> answered(claimed, work));
  }

  private <T, R> List<Outcome<Claimed<T, R>>> claimed(List<Command<T, R>> commands) {
    Iterator<Outcome<Optional<RecordedAnswer>>> claims =
        kept.claim(
                commands.stream()
                    .flatMap(command -> command.repeatable().stream())
                    .map(ExecuteTogetherService::request)
                    .toList())
            .iterator();
    return commands.stream()
        .map(
            command ->
                command.repeatable().isEmpty()
                    ? new Outcome.Done<>(new Claimed<>(command, Optional.empty()))
                    : Outcome.of(() -> new Claimed<>(command, claims.next().orThrow())))
        .toList();
  }

  private <T, R> List<Outcome<Result<R>>> answered(
      List<Claimed<T, R>> claimed, Function<List<T>, List<Outcome<R>>> work) {
    Iterator<Outcome<R>> outcomes = outcomes(claimed, work).iterator();
    Map<KeptAnswers.Request, RecordedAnswer> answers = new LinkedHashMap<>();
    List<Outcome<Result<R>>> results = new ArrayList<>(claimed.size());
    for (Claimed<T, R> each : claimed) {
      results.add(
          each.before().isPresent()
              ? new Outcome.Done<>(new Answered<>(each.before().get(), true))
              : result(each.command(), outcomes.next(), answers));
    }
    if (!kept.keep(answers)) {
      throw new AnsweredMeanwhile();
    }
    return results;
  }

  private static <T, R> List<Outcome<R>> outcomes(
      List<Claimed<T, R>> claimed, Function<List<T>, List<Outcome<R>>> work) {
    List<T> fresh =
        claimed.stream()
            .filter(each -> each.before().isEmpty())
            .map(each -> each.command().request())
            .toList();
    return fresh.isEmpty() ? List.of() : work.apply(fresh);
  }

  /** What to tell of the outcome; the answer to a request with a key joins those to keep. */
  private static <T, R> Outcome<Result<R>> result(
      Command<T, R> command, Outcome<R> outcome, Map<KeptAnswers.Request, RecordedAnswer> answers) {
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
    answers.put(request(repeatable), answer);
    return new Outcome.Done<>(new Answered<>(answer, false));
  }

  private static KeptAnswers.Request request(Repeatable<?> repeatable) {
    return new KeptAnswers.Request(repeatable.key(), repeatable.fingerprint());
  }

  /** A command with what it was answered before; one without a key never was. */
  private record Claimed<T, R>(Command<T, R> command, Optional<RecordedAnswer> before) {}
}
