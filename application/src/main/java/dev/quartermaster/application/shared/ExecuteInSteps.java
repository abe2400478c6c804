package dev.quartermaster.application.shared;

import dev.quartermaster.domain.shared.DomainException;
import dev.quartermaster.domain.shared.IdempotencyKey;
import dev.quartermaster.domain.shared.RecordedAnswer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Executes a request whose work is several transactions, with calls to others between them, so that
 * {@link ExecuteIdempotently} would keep a transaction open all the while. The work itself has to
 * be safe to repeat: a request whose node dies is not remembered, and its repetition takes the work
 * up where it was left. What is remembered is the last word.
 */
public interface ExecuteInSteps {

  /**
   * Executes the request, or repeats the last word it got before. Refusals are remembered as those
   * of {@link ExecuteIdempotently} are.
   *
   * @throws dev.quartermaster.domain.shared.IdempotencyKeyReused when the key was used with another
   *     fingerprint
   * @throws dev.quartermaster.domain.shared.IdempotencyInProgress when a request with the key is
   *     being remembered
   */
  Result execute(Command command);

  /**
   * @param key the caller's name for the request
   * @param fingerprint what the request asks for, in a form that differs when the request does;
   *     only its digest under a secret is kept
   * @param request does the work and gives the answer; called outside of transactions
   * @param refusal the answer to a broken rule
   * @param isLastWord whether the answer will be the same for good
   */
  record Command(
      IdempotencyKey key,
      String fingerprint,
      Supplier<RecordedAnswer> request,
      Function<DomainException, RecordedAnswer> refusal,
      Predicate<RecordedAnswer> isLastWord) {}

  /**
   * @param answer the answer to give
   * @param replayed whether it was given before
   */
  record Result(RecordedAnswer answer, boolean replayed) {}
}
