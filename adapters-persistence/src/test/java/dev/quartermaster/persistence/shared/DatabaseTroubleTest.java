package dev.quartermaster.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quartermaster.domain.shared.IdempotencyKey;
import dev.quartermaster.domain.shared.IdempotencyRecords;
import dev.quartermaster.domain.shared.Identifiers;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.domain.shared.RecordedAnswer;
import dev.quartermaster.domain.shared.Unavailable;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.testkit.shared.Concurrently;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What callers of a unit of work see of the database's troubles. */
@QuarkusTest
class DatabaseTroubleTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:15:30.123456Z");

  /** Of the pool's twenty, one listens for notices of events. */
  private static final int CONNECTIONS = 19;

  @Inject UnitOfWork unitOfWork;
  @Inject Statements statements;
  @Inject IdempotencyRecords records;
  @Inject Identifiers identifiers;

  @Test
  void runsAgainAfterASerializationFailure() {
    AtomicInteger runs = new AtomicInteger();
    List<String> committed = new ArrayList<>();
    String result =
        unitOfWork.inTransaction(
            () -> {
              int run = runs.incrementAndGet();
              unitOfWork.afterCommit(() -> committed.add("run " + run));
              unitOfWork.inTransaction(() -> failBefore(3, run, "40001"));
              return "run " + run;
            });
    assertThat(result).isEqualTo("run 3");
    assertThat(committed).containsExactly("run 3");
  }

  @Test
  void isUnavailableAfterThreeSerializationFailures() {
    AtomicInteger runs = new AtomicInteger();
    assertUnavailable(() -> failBefore(9, runs.incrementAndGet(), "40001"));
    assertThat(runs).hasValue(3);
  }

  @Test
  void runsOnceWhenAnythingElseFails() {
    AtomicInteger runs = new AtomicInteger();
    assertThatThrownBy(
            () -> unitOfWork.inTransaction(() -> failBefore(9, runs.incrementAndGet(), "23514")))
        .isInstanceOf(StatementFailed.class);
    assertThat(runs).hasValue(1);
  }

  @Test
  void bothOfTwoThatBlockEachOtherSucceed() {
    CountDownLatch bothHoldOne = new CountDownLatch(2);
    AtomicInteger turn = new AtomicInteger();
    List<Boolean> outcomes =
        Concurrently.inThreads(
            2,
            () -> {
              int first = turn.getAndIncrement();
              return unitOfWork.inTransaction(
                  () -> {
                    lock(first);
                    bothHoldOne.countDown();
                    Concurrently.await(bothHoldOne);
                    lock(1 - first);
                    return true;
                  });
            });
    assertThat(outcomes).containsExactly(true, true);
  }

  @Test
  void isUnavailableWhenTheConnectionIsCut() {
    assertUnavailable(this::cutOwnConnection);
    assertThat(unitOfWork.inTransaction(this::answer)).isEqualTo(42);
  }

  @Test
  void isUnavailableToWhoOnlyReads() {
    assertThatExceptionOfType(Unavailable.class)
        .isThrownBy(
            () ->
                unitOfWork.reading(
                    () -> {
                      cutOwnConnection();
                      return true;
                    }));
    assertThat(unitOfWork.reading(this::answer)).isEqualTo(42);
  }

  @Test
  void isUnavailableWhenTheConnectionIsCutBeforeTheCommit() {
    IdempotencyKey key = key();
    assertUnavailable(
        () -> {
          records.record(key, "anything", new RecordedAnswer(200, Map.of(), ""), NOW);
          long backend = backend();
          Concurrently.elsewhere(
              () ->
                  statements.query(
                      row -> row.flag("cut"),
                      "SELECT pg_terminate_backend(?, 5000) AS cut",
                      (int) backend));
        });
    assertThat(unitOfWork.inTransaction(() -> records.claim(key)))
        .isEqualTo(new IdempotencyRecords.Free());
  }

  @Test
  void isUnavailableWhenAStatementTakesTooLong() {
    assertUnavailable(
        () -> {
          statements.update("SET LOCAL statement_timeout = 1");
          answerAfter(60);
        });
  }

  @Test
  void isUnavailableWhenALockTakesTooLong() {
    unitOfWork.inTransaction(
        () -> {
          lock(2);
          Concurrently.elsewhere(
              () -> {
                assertUnavailable(
                    () -> {
                      statements.update("SET LOCAL lock_timeout = 1");
                      lock(2);
                    });
                return true;
              });
        });
  }

  @Test
  void isUnavailableWhenAllConnectionsAreTaken() {
    CountDownLatch taken = new CountDownLatch(CONNECTIONS);
    CountDownLatch done = new CountDownLatch(1);
    List<CompletableFuture<Integer>> holders =
        IntStream.range(0, CONNECTIONS)
            .mapToObj(
                _ ->
                    Concurrently.start(
                        () ->
                            unitOfWork.inTransaction(
                                () -> {
                                  int answer = answer();
                                  taken.countDown();
                                  Concurrently.await(done);
                                  return answer;
                                })))
            .toList();
    Concurrently.await(taken);
    try {
      assertUnavailable(this::answer);
    } finally {
      done.countDown();
    }
    assertThat(holders.stream().map(Concurrently::result)).containsOnly(42);
  }

  @Test
  void aServerThatCannotBeReachedIsUnavailable() {
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> DriverManager.getConnection("jdbc:postgresql://localhost:1/none"))
        .satisfies(
            refused ->
                assertThat(DatabaseFailures.isUnavailable(new StatementFailed(refused))).isTrue());
  }

  @Test
  void aTextThatCannotBeStoredIsInvalidInput() {
    RecordedAnswer answer = new RecordedAnswer(200, Map.of(), "a\0b");
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> unitOfWork.inTransaction(() -> records.record(key(), "", answer, NOW)));
  }

  @Test
  void whoSwallowsTheFailureOfAnInnerCallCommitsNothing() {
    IdempotencyKey key = key();
    IllegalStateException failure = new IllegalStateException("inner");
    assertThatThrownBy(
            () ->
                unitOfWork.inTransaction(
                    () -> {
                      records.record(key, "anything", new RecordedAnswer(200, Map.of(), ""), NOW);
                      assertThatThrownBy(
                              () ->
                                  unitOfWork.inTransaction(
                                      (Runnable)
                                          () -> {
                                            throw failure;
                                          }))
                          .isSameAs(failure);
                    }))
        .isInstanceOf(TransactionFailed.class);
    assertThat(unitOfWork.inTransaction(() -> records.claim(key)))
        .isEqualTo(new IdempotencyRecords.Free());
  }

  private void assertUnavailable(Runnable work) {
    assertThatExceptionOfType(Unavailable.class)
        .isThrownBy(() -> unitOfWork.inTransaction(work))
        .withCauseInstanceOf(RuntimeException.class);
  }

  private void failBefore(int run, int thisRun, String state) {
    if (thisRun < run) {
      statements.update("DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '" + state + "'; END $$");
    }
  }

  private void lock(int number) {
    statements.query(row -> row, "SELECT pg_advisory_xact_lock(1234567, ?)", number);
  }

  private int answer() {
    return answerAfter(0);
  }

  private int answerAfter(int seconds) {
    return statements
        .query(row -> row.smallNumber("answer"), "SELECT 42 AS answer, pg_sleep(?)", seconds)
        .getFirst();
  }

  private void cutOwnConnection() {
    statements.query(row -> row, "SELECT pg_terminate_backend(pg_backend_pid())");
  }

  private long backend() {
    return statements.query(row -> row.number("pid"), "SELECT pg_backend_pid() AS pid").getFirst();
  }

  private IdempotencyKey key() {
    return new IdempotencyKey("user:1", identifiers.next().toString());
  }
}
