package dev.quartermaster.domain.shared;

import java.time.Instant;

/**
 * Remembers which requests were answered, and how. Every call happens inside a transaction of
 * {@link UnitOfWork}.
 */
public interface IdempotencyRecords {

  /**
   * Claims a key until the transaction ends, however it ends.
   *
   * @return whether the key is free, held by a request that still runs, or was answered
   */
  Claim claim(IdempotencyKey key);

  /**
   * Keeps the answer; it becomes visible with the transaction's commit.
   *
   * @param fingerprint what the request asked for, in a form that differs when the request does
   * @return false when an answer is already kept, which then stays
   */
  boolean record(IdempotencyKey key, String fingerprint, RecordedAnswer answer, Instant at);

  /**
   * Forgets answers given before an instant.
   *
   * @param limit how many at the most
   * @return how many were forgotten
   */
  int forgetBefore(Instant instant, int limit);

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
