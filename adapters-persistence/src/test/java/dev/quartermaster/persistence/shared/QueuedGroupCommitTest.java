package dev.quartermaster.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.quartermaster.domain.shared.GroupCommit;
import dev.quartermaster.domain.shared.IdempotencyKey;
import dev.quartermaster.domain.shared.IdempotencyRecords;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.domain.shared.Outcome;
import dev.quartermaster.domain.shared.RecordedAnswer;
import dev.quartermaster.domain.shared.Unavailable;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.testkit.shared.Concurrently;
import dev.quartermaster.testkit.shared.GroupCommitContract;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** {@link GroupCommitContract} on PostgreSQL, and what is bad luck for a group there. */
@QuarkusTest
class QueuedGroupCommitTest extends GroupCommitContract {
  @Inject UnitOfWork unitOfWork;
  @Inject GroupCommit groupCommit;
  @Inject IdempotencyRecords records;
  @Inject Statements statements;

  private final String kind = unique();
  private final Queue<Integer> groups = new ConcurrentLinkedQueue<>();

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected GroupCommit groupCommit() {
    return groupCommit;
  }

  @Override
  protected IdempotencyRecords records() {
    return records;
  }

  @Test
  void whatTheDatabaseCannotStoreCostsTheOtherNineteenOfItsGroupNothing() {
    List<String> bodies =
        IntStream.range(0, 20).mapToObj(number -> number == 13 ? "a\0b" : "body").toList();
    List<IdempotencyRecords.Answer> answers = bodies.stream().map(this::answer).toList();

    List<CompletableFuture<Boolean>> stored = inOneGroup(answers, this::stored);

    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> Concurrently.result(stored.get(13)));
    for (int number = 0; number < 20; number++) {
      if (number != 13) {
        assertThat(Concurrently.result(stored.get(number))).isTrue();
      }
      assertThat(isStored(answers.get(number))).isEqualTo(number != 13);
    }
    assertThat(groups).startsWith(20);
  }

  @Test
  void whenTheConnectionIsCutBeforeTheCommitAllAreToldAndNothingIsStored() {
    List<IdempotencyRecords.Answer> answers =
        IntStream.range(0, 20).mapToObj(_ -> answer("body")).toList();

    List<CompletableFuture<Boolean>> lost =
        inOneGroup(
            answers,
            group -> {
              List<Outcome<Boolean>> outcomes = stored(group);
              cutConnection();
              return outcomes;
            });

    lost.forEach(
        answer ->
            assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> Concurrently.result(answer)));
    assertThat(answers).noneMatch(this::isStored);
    assertThat(groups).containsExactly(20);
    assertThat(commit(answers.getFirst(), this::stored)).isTrue();
  }

  /** Lets them wait behind others that are worked on, so that all of them go by the first lane. */
  private List<CompletableFuture<Boolean>> inOneGroup(
      List<IdempotencyRecords.Answer> answers,
      Function<List<IdempotencyRecords.Answer>, List<Outcome<Boolean>>> work) {
    CountDownLatch firstMayEnd = new CountDownLatch(1);
    CountDownLatch secondMayEnd = new CountDownLatch(1);
    CompletableFuture<Boolean> first = holdingALaneUntil(firstMayEnd);
    CompletableFuture<Boolean> second = holdingALaneUntil(secondMayEnd);
    CountDownLatch ended = new CountDownLatch(answers.size());
    List<CompletableFuture<Boolean>> waiting =
        answers.stream()
            .map(answer -> Concurrently.startWaiting(() -> commit(answer, work)))
            .map(waits -> waits.whenComplete((_, _) -> ended.countDown()))
            .toList();
    firstMayEnd.countDown();
    assertThat(Concurrently.result(first)).isTrue();
    Concurrently.await(ended);
    secondMayEnd.countDown();
    assertThat(Concurrently.result(second)).isTrue();
    return waiting;
  }

  private CompletableFuture<Boolean> holdingALaneUntil(CountDownLatch mayEnd) {
    CountDownLatch atWork = new CountDownLatch(1);
    CompletableFuture<Boolean> holder =
        Concurrently.start(
            () ->
                commit(
                    answer("first"),
                    _ -> {
                      atWork.countDown();
                      Concurrently.await(mayEnd);
                      return List.of(new Outcome.Done<>(true));
                    }));
    Concurrently.await(atWork);
    return holder;
  }

  private boolean commit(
      IdempotencyRecords.Answer answer,
      Function<List<IdempotencyRecords.Answer>, List<Outcome<Boolean>>> work) {
    return groupCommit.commit(kind, answer, 1, work);
  }

  private List<Outcome<Boolean>> stored(List<IdempotencyRecords.Answer> answers) {
    groups.add(answers.size());
    boolean allAreNew = records.record(answers, NOW) == answers.size();
    return answers.stream().<Outcome<Boolean>>map(_ -> new Outcome.Done<>(allAreNew)).toList();
  }

  private boolean isStored(IdempotencyRecords.Answer answer) {
    return inTransaction(() -> records.claim(answer.key())) instanceof IdempotencyRecords.Answered;
  }

  private IdempotencyRecords.Answer answer(String body) {
    return new IdempotencyRecords.Answer(
        new IdempotencyKey("user:" + unique(), unique()),
        "anything",
        new RecordedAnswer(200, Map.of(), body));
  }

  private void cutConnection() {
    int backend =
        statements
            .query(row -> row.smallNumber("backend"), "SELECT pg_backend_pid() AS backend")
            .getFirst();
    assertThat(
            Concurrently.elsewhere(
                () ->
                    statements.query(
                        row -> row.flag("cut"),
                        "SELECT pg_terminate_backend(?, 5000) AS cut",
                        backend)))
        .containsExactly(true);
  }
}
