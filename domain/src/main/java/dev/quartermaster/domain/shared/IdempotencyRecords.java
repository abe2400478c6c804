package dev.quartermaster.domain.shared;

import java.time.Instant;
import java.util.List;

/**
 * Remembers which requests were answered, and how. Every call happens inside a transaction of
 * {@link UnitOfWork}.
 */
public interface IdempotencyRecords {

  /**
   * Claims keys until the transaction ends, however it ends, at a cost in statements that does not
   * depend on their number.
   *
   * @param keys for each request its key; of requests with the same key the first one claims it,
   *     and the others find it held
   * @return for each request whether its key is free, held by a request that still runs, or was
   *     answered
   */
  List<Claim> claim(List<IdempotencyKey> keys);

  /** {@link #claim(List)} for one key. */
  default Claim claim(IdempotencyKey key) {
    return claim(List.of(key)).getFirst();
  }

  /**
   * Keeps answers; they become visible with the transaction's commit.
   *
   * @return how many are new; an answer that is already kept under a key stays
   */
  int record(List<Answer> answers, Instant at);

  /**
   * {@link #record(List, Instant)} for one answer.
   *
   * @return false when an answer is already kept, which then stays
   */
  default boolean record(
      IdempotencyKey key, String fingerprint, RecordedAnswer answer, Instant at) {
    return record(List.of(new Answer(key, fingerprint, answer)), at) == 1;
  }

  /**
   * Forgets answers given before an instant.
   *
   * @param limit how many at the most
   * @return how many were forgotten
   */
  int forgetBefore(Instant instant, int limit);

  /**
   * An answer to keep.
   *
   * @param key the request's key
   * @param fingerprint what the request asked for, in a form that differs when the request does
   * @param answer what it was answered
   */
  record Answer(IdempotencyKey key, String fingerprint, RecordedAnswer answer) {}

  /** What a claim of a key found. */
  sealed interface Claim {}

  /** Nobody used the key yet; it is now the claimant's. */
  record Free() implements Claim {}

  /** Another request with this key is being worked on. */
  record InProgress() implements Claim {}

  /**
   * A request with this key was answered.
   *
   * @param fingerprint what that request asked for
   * @param answer what it was answered
   */
  record Answered(String fingerprint, RecordedAnswer answer) implements Claim {}
}
