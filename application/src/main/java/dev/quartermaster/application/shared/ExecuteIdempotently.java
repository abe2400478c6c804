package dev.quartermaster.application.shared;

import dev.quartermaster.domain.shared.DomainException;
import dev.quartermaster.domain.shared.IdempotencyKey;
import dev.quartermaster.domain.shared.RecordedAnswer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Executes a request at most once per idempotency key: the effect and the memory of it commit in
 * one transaction, and a repetition gets the first answer.
 */
public interface ExecuteIdempotently {

  /**
   * Executes the request, or repeats the answer it got before.
   *
   * <p>A refusal (a {@link DomainException} of the request) is remembered too, except for invalid
   * input and unavailable neighbours, which a repetition may mend. Other exceptions are not
   * remembered and pass through.
   *
   * @throws dev.quartermaster.domain.shared.IdempotencyKeyReused when the key was used with another
   *     fingerprint
   * @throws dev.quartermaster.domain.shared.IdempotencyInProgress when a request with the key is
   *     being worked on
   */
  Result execute(Command command);

  /**
   * @param key the caller's name for the request
   * @param fingerprint what the request asks for, in a form that differs when the request does;
   *     only its digest under a secret is kept
   * @param request does the work and gives the answer; may be run again after a rollback
   * @param refusal the answer to a broken rule
   */
  record Command(
      IdempotencyKey key,
      String fingerprint,
      Supplier<RecordedAnswer> request,
      Function<DomainException, RecordedAnswer> refusal) {}

  /**
   * @param answer the answer to give
   * @param replayed whether it was given before
   */
  record Result(RecordedAnswer answer, boolean replayed) {}
}
