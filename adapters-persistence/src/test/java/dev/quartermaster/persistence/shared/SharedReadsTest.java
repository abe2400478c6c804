package dev.quartermaster.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quartermaster.testkit.shared.Concurrently;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SharedReadsTest {
  private static final int STATEMENTS_AT_ONCE = 2;
  private static final int THREADS = 8;

  private final Queue<Set<Integer>> statements = new ConcurrentLinkedQueue<>();
  private final Semaphore begun = new Semaphore(0);
  private final CountDownLatch mayEnd = new CountDownLatch(1);

  @Test
  void whoAsksAloneIsAnsweredByAStatementOfTheirOwn() {
    mayEnd.countDown();
    SharedReads<Integer, String> reads = new SharedReads<>(() -> false, this::evenOnes);
    assertThat(reads.find(2)).contains("2");
    assertThat(reads.find(3)).isEmpty();
    assertThat(statements).containsExactly(Set.of(2), Set.of(3));
  }

  @Test
  void whoeverAskWhileStatementsRunAreAnsweredByTheNextOne() {
    SharedReads<Integer, String> reads = new SharedReads<>(() -> false, this::evenOnes);
    List<CompletableFuture<Optional<String>>> first = allTurnsTaken(reads);
    List<CompletableFuture<Optional<String>>> later = whoWait(reads, List.of(10, 11, 12, 12));
    mayEnd.countDown();

    assertThat(first.stream().map(Concurrently::result))
        .containsExactly(Optional.of("0"), Optional.empty());
    assertThat(later.stream().map(Concurrently::result))
        .containsExactly(Optional.of("10"), Optional.empty(), Optional.of("12"), Optional.of("12"));
    assertThat(statements).containsExactly(Set.of(0), Set.of(1), Set.of(10, 11, 12));
  }

  @Test
  void whoAsksForSeveralGetsThoseThatThereAre() {
    mayEnd.countDown();
    SharedReads<Integer, String> reads = new SharedReads<>(() -> false, this::evenOnes);
    assertThat(reads.findAll(Set.of(1, 2, 3, 4))).containsExactlyInAnyOrder("2", "4");
    assertThat(reads.findAll(Set.of())).isEmpty();
  }

  @Test
  void whoAsksForManyHasAStatementOfTheirOwn() {
    SharedReads<Integer, String> reads = new SharedReads<>(() -> false, this::evenOnes);
    List<CompletableFuture<Optional<String>>> first = allTurnsTaken(reads);
    Set<Integer> many = IntStream.range(0, 101).boxed().collect(Collectors.toSet());
    CompletableFuture<List<String>> asked = Concurrently.start(() -> reads.findAll(many));
    begun.acquireUninterruptibly();
    mayEnd.countDown();
    assertThat(Concurrently.result(asked)).hasSize(51);
    first.forEach(Concurrently::result);
  }

  @Test
  void whoeverAskInATransactionAreAnsweredWithinIt() {
    SharedReads<Integer, String> reads = new SharedReads<>(() -> true, this::evenOnes);
    mayEnd.countDown();
    List<Optional<String>> answers = Concurrently.inThreads(THREADS, () -> reads.find(2));
    assertThat(answers).containsOnly(Optional.of("2"));
    assertThat(statements).hasSize(THREADS).containsOnly(Set.of(2));
  }

  @Test
  void nobodyIsAnsweredFromBeforeTheyAsked() {
    AtomicLong committed = new AtomicLong();
    SharedReads<Integer, Long> reads =
        new SharedReads<>(
            () -> false,
            keys -> {
              long seen = committed.get();
              return keys.stream().collect(Collectors.toMap(Function.identity(), _ -> seen));
            });
    List<Boolean> fresh =
        Concurrently.inThreads(
            THREADS,
            () ->
                IntStream.range(0, 1_000)
                    .allMatch(
                        _ -> {
                          long own = committed.incrementAndGet();
                          return reads.find(7).orElseThrow() >= own;
                        }));
    assertThat(fresh).containsOnly(true);
  }

  @Test
  void whoSharedAStatementThatFailedAsksAlone() {
    IllegalStateException failure = new IllegalStateException("broken");
    AtomicBoolean isBroken = new AtomicBoolean(true);
    SharedReads<Integer, String> reads =
        new SharedReads<>(
            () -> false,
            keys -> {
              Map<Integer, String> answer = evenOnes(keys);
              if (keys.size() > 1 && isBroken.getAndSet(false)) {
                throw failure;
              }
              return answer;
            });
    List<CompletableFuture<Optional<String>>> first = allTurnsTaken(reads);
    List<CompletableFuture<Optional<String>>> later = whoWait(reads, List.of(10, 12));
    mayEnd.countDown();
    first.forEach(Concurrently::result);
    assertThatThrownBy(() -> Concurrently.result(later.getFirst())).isSameAs(failure);
    assertThat(Concurrently.result(later.getLast())).contains("12");
  }

  @Test
  void aFailureIsNotRemembered() {
    IllegalStateException failure = new IllegalStateException("broken");
    AtomicBoolean isBroken = new AtomicBoolean(true);
    mayEnd.countDown();
    SharedReads<Integer, String> reads =
        new SharedReads<>(
            () -> false,
            keys -> {
              if (isBroken.getAndSet(false)) {
                throw failure;
              }
              return evenOnes(keys);
            });
    assertThatThrownBy(() -> reads.find(4)).isSameAs(failure);
    assertThat(reads.find(4)).contains("4");
  }

  /** As many ask, for 0 and up, as are answered at once; their statements do not end. */
  private List<CompletableFuture<Optional<String>>> allTurnsTaken(
      SharedReads<Integer, String> reads) {
    return IntStream.range(0, STATEMENTS_AT_ONCE)
        .mapToObj(
            key -> {
              CompletableFuture<Optional<String>> asked = Concurrently.start(() -> reads.find(key));
              begun.acquireUninterruptibly();
              return asked;
            })
        .toList();
  }

  /** They all wait, each having asked after the one before, when this returns. */
  private static List<CompletableFuture<Optional<String>>> whoWait(
      SharedReads<Integer, String> reads, List<Integer> keys) {
    return keys.stream()
        .map(
            key -> {
              CompletableFuture<Optional<String>> answer = new CompletableFuture<>();
              awaitThatItWaits(
                  Thread.ofVirtual()
                      .start(() -> answer.completeAsync(() -> reads.find(key), Runnable::run)));
              return answer;
            })
        .toList();
  }

  private static void awaitThatItWaits(Thread thread) {
    while (thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
  }

  private Map<Integer, String> evenOnes(Set<Integer> keys) {
    statements.add(Set.copyOf(keys));
    begun.release();
    Concurrently.await(mayEnd);
    return keys.stream()
        .filter(key -> key % 2 == 0)
        .collect(Collectors.toMap(Function.identity(), String::valueOf));
  }
}
