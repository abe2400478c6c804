package dev.quartermaster.testkit.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Runs work in threads of its own and hands back what it returns or throws. */
public final class Concurrently {
  /** Far longer than any work here takes; only a deadlock reaches it. */
  private static final int PATIENCE_SECONDS = 60;

  private Concurrently() {}

  /** Starts the work in a thread of its own. */
  public static <T> CompletableFuture<T> start(Supplier<T> work) {
    CompletableFuture<T> outcome = new CompletableFuture<>();
    Thread.ofPlatform().daemon().start(() -> outcome.completeAsync(work, Runnable::run));
    return outcome;
  }

  /** Starts the work in a thread of its own, and returns once that waits for its turn, or ended. */
  public static <T> CompletableFuture<T> startWaiting(Supplier<T> work) {
    CompletableFuture<T> outcome = new CompletableFuture<>();
    Thread thread = Thread.ofVirtual().start(() -> outcome.completeAsync(work, Runnable::run));
    while (thread.isAlive() && thread.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    return outcome;
  }

  /** Runs the work in a thread of its own and waits for its result. */
  public static <T> T elsewhere(Supplier<T> work) {
    return result(start(work));
  }

  /** Runs the work in several threads that begin together, and waits for all results. */
  public static <T> List<T> inThreads(int threads, Supplier<T> work) {
    CountDownLatch ready = new CountDownLatch(threads);
    List<CompletableFuture<T>> outcomes = new ArrayList<>();
    for (int thread = 0; thread < threads; thread++) {
      outcomes.add(
          start(
              () -> {
                ready.countDown();
                await(ready);
                return work.get();
              }));
    }
    return outcomes.stream().map(Concurrently::result).toList();
  }

  /** Waits for the latch. */
  public static void await(CountDownLatch latch) {
    try {
      if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("the other thread never came so far");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What the work returned; throws what it threw. */
  public static <T> T result(CompletableFuture<T> outcome) {
    try {
      return outcome.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException refusal -> throw refusal;
        case Error error -> throw error;
        case null, default -> throw new IllegalStateException(e);
      }
    } catch (TimeoutException e) {
      throw new AssertionError("the other thread never ended", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
