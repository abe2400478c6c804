package dev.quartermaster.persistence.shared;

import dev.quartermaster.domain.shared.Outcome;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A request in a {@link GroupQueue}, whose thread waits to be woken: to lead, or by an answer. */
final class GroupMember<T, R> {
  private final T request;
  private final int size;
  private final CompletableFuture<Boolean> called = new CompletableFuture<>();
  private final CompletableFuture<R> answer = new CompletableFuture<>();

  GroupMember(T request, int size) {
    this.request = request;
    this.size = size;
  }

  T request() {
    return request;
  }

  int size() {
    return size;
  }

  /** Wakes it to lead a group. */
  void call() {
    called.complete(true);
  }

  /** Wakes it with what came of its request. */
  void answer(Outcome<R> outcome) {
    switch (outcome) {
      case Outcome.Done<R>(var result) -> answer.complete(result);
      case Outcome.Refused<R>(var refusal) -> answer.completeExceptionally(refusal);
    }
    called.complete(false);
  }

  /** Wakes it with a failure that it has no part in, or a part that nobody can tell. */
  void fail(Throwable failure) {
    answer.completeExceptionally(failure);
    called.complete(false);
  }

  /** Waits to be woken; false when that takes longer. */
  boolean isWokenWithin(Duration patience) {
    try {
      called.get(patience.toNanos(), TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException tooLong) {
      return false;
    } catch (InterruptedException goesAway) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Waits to be woken, and tells whether it is to lead. */
  boolean isCalled() {
    return called.join();
  }

  /** What came of the request; throws why nothing did. */
  R answer() {
    try {
      return answer.join();
    } catch (CompletionException failed) {
      switch (failed.getCause()) {
        case RuntimeException refusal -> throw refusal;
        case Error error -> throw error;
        case null, default -> throw failed;
      }
    }
  }
}
