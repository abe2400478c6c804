package dev.quartermaster.application.shared;

import dev.quartermaster.domain.shared.Fingerprints;
import dev.quartermaster.domain.shared.IdempotencyInProgress;
import dev.quartermaster.domain.shared.IdempotencyKey;
import dev.quartermaster.domain.shared.IdempotencyKeyReused;
import dev.quartermaster.domain.shared.IdempotencyRecords;
import dev.quartermaster.domain.shared.Outcome;
import dev.quartermaster.domain.shared.RecordedAnswer;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The answers that requests with a key got, for whoever comes again with one. */
final class KeptAnswers {
  private final IdempotencyRecords records;
  private final Fingerprints fingerprints;
  private final InstantSource clock;

  KeptAnswers(IdempotencyRecords records, Fingerprints fingerprints, InstantSource clock) {
    this.records = records;
    this.fingerprints = fingerprints;
    this.clock = clock;
  }

  /**
   * Claims the requests' keys in the current transaction.
   *
   * @return for each request the answer it got before, or none when it is the claimant's to answer;
   *     refused when the key is another request's, or one with the key is being worked on
   */
  List<Outcome<Optional<RecordedAnswer>>> claim(List<Request> requests) {
    List<IdempotencyRecords.Claim> claims =
        records.claim(requests.stream().map(Request::key).toList());
    return IntStream.range(0, requests.size())
        .mapToObj(index -> Outcome.of(() -> before(requests.get(index), claims.get(index))))
        .toList();
  }

  /** {@link #claim(List)} for one request; throws what refuses it. */
  Optional<RecordedAnswer> claim(Request request) {
    return before(request, records.claim(request.key()));
  }

  private Optional<RecordedAnswer> before(Request request, IdempotencyRecords.Claim claim) {
    return switch (claim) {
      case IdempotencyRecords.InProgress() -> throw new IdempotencyInProgress();
      case IdempotencyRecords.Answered(var fingerprint, var answer) -> {
        if (!fingerprints.matches(request.fingerprint(), fingerprint)) {
          throw new IdempotencyKeyReused();
        }
        yield Optional.of(answer);
      }
      case IdempotencyRecords.Free() -> Optional.empty();
    };
  }

  /**
   * Keeps the answers to requests in the current transaction.
   *
   * @return false when a twin was answered after the claim looked; what is kept for it stays
   */
  boolean keep(Map<Request, RecordedAnswer> answers) {
    List<IdempotencyRecords.Answer> kept = new ArrayList<>(answers.size());
    answers.forEach(
        (request, answer) ->
            kept.add(
                new IdempotencyRecords.Answer(
                    request.key(), fingerprints.of(request.fingerprint()), answer)));
    return records.record(kept, clock.instant()) == kept.size();
  }

  /** {@link #keep(Map)} for one answer. */
  boolean keep(Request request, RecordedAnswer answer) {
    return records.record(
        request.key(), fingerprints.of(request.fingerprint()), answer, clock.instant());
  }

  /**
   * A request with a key.
   *
   * @param key the caller's name for it
   * @param fingerprint what it asks for, in a form that differs when the request does
   */
  record Request(IdempotencyKey key, String fingerprint) {}
}
