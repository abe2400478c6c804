package dev.quartermaster.testkit.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quartermaster.domain.shared.Forbidden;
import dev.quartermaster.domain.shared.IdempotencyKey;
import dev.quartermaster.domain.shared.IdempotencyRecords;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.RecordedAnswer;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a {@link UnitOfWork} promises. */
public abstract class UnitOfWorkContract extends PortContract {

  /** A store that takes part in the transactions, by which their ends are seen. */
  protected abstract IdempotencyRecords records();

  @Test
  void givesTheResultOfTheWork() {
    assertThat(inTransaction(() -> 42)).isEqualTo(42);
  }

  @Test
  void commitsWhatTheWorkStored() {
    IdempotencyKey key = key();
    inTransaction(() -> store(key));
    assertThat(isStored(key)).isTrue();
  }

  @Test
  void showsNothingToOthersBeforeTheCommit() {
    IdempotencyKey key = key();
    inTransaction(
        () -> {
          store(key);
          assertThat(Concurrently.elsewhere(() -> isStored(key))).isFalse();
        });
  }

  @Test
  void rollsBackWhenTheWorkThrowsAndPassesTheExceptionOn() {
    for (Throwable failure :
        List.of(
            new Forbidden(Permission.USERS_READ),
            new IllegalStateException("broken"),
            new AssertionError("broken"))) {
      IdempotencyKey key = key();
      assertThatThrownBy(
              () ->
                  inTransaction(
                      () -> {
                        store(key);
                        fail(failure);
                      }))
          .isSameAs(failure);
      assertThat(isStored(key)).isFalse();
    }
  }

  @Test
  void anInnerCallJoinsTheOuterTransaction() {
    IdempotencyKey inner = key();
    IdempotencyKey outer = key();
    rollBack(
        () -> {
          store(outer);
          inTransaction(() -> store(inner));
          assertThat(Concurrently.elsewhere(() -> isStored(inner))).isFalse();
        });
    assertThat(isStored(inner)).isFalse();
    assertThat(isStored(outer)).isFalse();

    inTransaction(() -> inTransaction(() -> store(inner)));
    assertThat(isStored(inner)).isTrue();
  }

  @Test
  void afterCommitRunsOnceTheOutermostTransactionHasCommitted() {
    IdempotencyKey key = key();
    List<String> events = new ArrayList<>();
    inTransaction(
        () -> {
          inTransaction(
              () -> {
                store(key);
                unitOfWork()
                    .afterCommit(
                        () -> events.add("stored: " + Concurrently.elsewhere(() -> isStored(key))));
              });
          events.add("work done");
        });
    assertThat(events).containsExactly("work done", "stored: true");
  }

  @Test
  void afterCommitNeverRunsForARolledBackTransaction() {
    List<String> events = new ArrayList<>();
    rollBack(() -> unitOfWork().afterCommit(() -> events.add("committed")));
    inTransaction(() -> store(key()));
    assertThat(events).isEmpty();
  }

  @Test
  void afterCommitRunsAtOnceWithoutATransaction() {
    List<String> events = new ArrayList<>();
    unitOfWork().afterCommit(() -> events.add("ran"));
    assertThat(events).containsExactly("ran");
  }

  @Test
  void readingGivesTheResultOfTheWork() {
    assertThat(unitOfWork().<Integer>reading(() -> 42)).isEqualTo(42);
  }

  @Test
  void readingPassesExceptionsOn() {
    for (Throwable failure :
        List.of(
            new Forbidden(Permission.USERS_READ),
            new IllegalStateException("broken"),
            new AssertionError("broken"))) {
      assertThatThrownBy(
              () ->
                  unitOfWork()
                      .reading(
                          () -> {
                            fail(failure);
                            return true;
                          }))
          .isSameAs(failure);
    }
  }

  @Test
  void readingJoinsATransactionButBeginsNone() {
    List<String> events = new ArrayList<>();
    inTransaction(
        () -> {
          unitOfWork().reading(() -> noted(events, "joined"));
          events.add("work done");
        });
    unitOfWork().reading(() -> noted(events, "no transaction"));
    assertThat(events).containsExactly("work done", "joined", "no transaction");
  }

  @Test
  void servesManyThreadsAtOnce() {
    List<List<IdempotencyKey>> keys =
        Concurrently.inThreads(
            THREADS,
            () ->
                IntStream.range(0, 10)
                    .mapToObj(
                        _ -> {
                          IdempotencyKey key = key();
                          inTransaction(() -> store(key));
                          return key;
                        })
                    .toList());
    assertThat(keys.stream().flatMap(List::stream))
        .hasSize(THREADS * 10)
        .allSatisfy(key -> assertThat(isStored(key)).isTrue());
  }

  private static IdempotencyKey key() {
    return new IdempotencyKey("user:" + unique(), unique());
  }

  private void store(IdempotencyKey key) {
    records().record(key, "anything", new RecordedAnswer(200, Map.of(), ""), NOW);
  }

  private boolean isStored(IdempotencyKey key) {
    return inTransaction(() -> records().claim(key)) instanceof IdempotencyRecords.Answered;
  }

  @Test
  void knowsWhetherATransactionRuns() {
    assertThat(unitOfWork().isInTransaction()).isFalse();
    assertThat(unitOfWork().<Boolean>reading(() -> unitOfWork().isInTransaction())).isFalse();
    boolean within =
        inTransaction(
            () -> {
              assertThat(Concurrently.elsewhere(() -> unitOfWork().isInTransaction())).isFalse();
              return unitOfWork().isInTransaction();
            });
    assertThat(within).isTrue();
    rollBack(() -> assertThat(unitOfWork().isInTransaction()).isTrue());
    assertThat(unitOfWork().isInTransaction()).isFalse();
  }

  private boolean noted(List<String> events, String event) {
    unitOfWork().afterCommit(() -> events.add(event));
    return true;
  }

  private static void fail(Throwable failure) {
    switch (failure) {
      case RuntimeException exception -> throw exception;
      case Error error -> throw error;
      default -> throw new IllegalArgumentException(failure);
    }
  }
}
