package dev.quartermaster.application.shared;

import dev.quartermaster.domain.shared.DomainException;
import dev.quartermaster.domain.shared.IdempotencyKey;
import dev.quartermaster.domain.shared.Outcome;
import dev.quartermaster.domain.shared.RecordedAnswer;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Executes requests of one kind that wait at the same time in one transaction, each accepted or
 * refused by itself, and each at most once per idempotency key.
 */
public interface ExecuteTogether {

  /**
   * Executes the request with others of its kind, or repeats the answer it got before, as {@link
   * ExecuteIdempotently} does for a request alone.
   *
   * @param work gives an outcome for each request, in their order, in the transaction that it runs
   *     in; who is refused has changed nothing. May be run again after a rollback
   * @throws DomainException when the request is refused, and repeating it may help or it has no key
   * @throws dev.quartermaster.domain.shared.IdempotencyKeyReused when the key was used with another
   *     fingerprint
   * @throws dev.quartermaster.domain.shared.IdempotencyInProgress when a request with the key is
   *     being worked on
   * @throws dev.quartermaster.domain.shared.Unavailable when too many wait
   */
  <T, R> Result<R> execute(Command<T, R> command, Function<List<T>, List<Outcome<R>>> work);

  /**
   * @param kind what goes together; all requests of a kind have one type, and the same work
   * @param request what is asked for
   * @param size what the request counts for among others, at least 1, such as its lines
   * @param repeatable how repetitions are known and answered, if the request has a key
   */
  record Command<T, R>(String kind, T request, int size, Optional<Repeatable<R>> repeatable) {}

  /**
   * What there is to know of a request that may come again.
   *
   * @param key the caller's name for the request
   * @param fingerprint what the request asks for, in a form that differs when the request does;
   *     only its digest under a secret is kept
   * @param answer the answer to a request that was done
   * @param refusal the answer to a broken rule
   */
  record Repeatable<R>(
      IdempotencyKey key,
      String fingerprint,
      Function<R, RecordedAnswer> answer,
      Function<DomainException, RecordedAnswer> refusal) {}

  /** What became of a request. */
  sealed interface Result<R> {}

  /**
   * A request without a key was executed.
   *
   * @param result what came of it
   */
  record Executed<R>(R result) implements Result<R> {}

  /**
   * A request with a key was answered.
   *
   * @param answer the answer to give
   * @param replayed whether it was given before
   */
  record Answered<R>(RecordedAnswer answer, boolean replayed) implements Result<R> {}
}
