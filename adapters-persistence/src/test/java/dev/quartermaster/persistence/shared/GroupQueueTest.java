package dev.quartermaster.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quartermaster.domain.shared.Outcome;
import dev.quartermaster.domain.shared.Unavailable;
import dev.quartermaster.testkit.shared.Concurrently;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Requests are numbers; what comes of one is its text. */
class GroupQueueTest {
  private static final Duration FOREVER = Duration.ofMinutes(5);
  private static final GroupLimits LIMITS = new GroupLimits(2, 4, 10, 100, FOREVER);

  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final Queue<List<Integer>> groups = new ConcurrentLinkedQueue<>();
  private final Semaphore begun = new Semaphore(0);
  private final CountDownLatch mayEnd = new CountDownLatch(1);

  @Test
  void whoComesAloneIsBegunAtOnce() {
    mayEnd.countDown();
    GroupQueue<Integer, String> queue = queue(LIMITS);
    assertThat(queue.commit(1, 1, this::texts)).isEqualTo("1");
    assertThat(queue.commit(2, 1, this::texts)).isEqualTo("2");
    assertThat(groups).containsExactly(List.of(1), List.of(2));
  }

  @Test
  void whoComesWhileAllLanesAreBusyGoesWithTheNextGroup() {
    GroupQueue<Integer, String> queue = queue(LIMITS);
    List<CompletableFuture<String>> first = inAllLanes(queue, LIMITS);
    List<CompletableFuture<String>> later = whoWait(queue, this::texts, 10, 11, 12);
    mayEnd.countDown();
    assertThat(results(first)).containsExactly("0", "1");
    assertThat(results(later)).containsExactly("10", "11", "12");
    assertThat(allServed()).containsExactlyInAnyOrder(0, 1, 10, 11, 12);
  }

  @Test
  void groupsAreTakenInTheOrderOfArrivalAndNoLargerThanTheirBounds() {
    GroupLimits oneLane = new GroupLimits(1, 4, 10, 100, FOREVER);
    GroupQueue<Integer, String> queue = queue(oneLane);
    List<CompletableFuture<String>> all = new ArrayList<>(inAllLanes(queue, oneLane));
    all.addAll(whoWait(queue, this::texts, 1, 2, 3, 4, 5));
    all.add(whoWaits(queue, 6, 9));
    all.add(whoWaits(queue, 7, 1));
    all.add(whoWaits(queue, 8, 50));
    all.add(whoWaits(queue, 9, 1));
    mayEnd.countDown();
    assertThat(results(all)).hasSize(10);
    assertThat(groups)
        .containsExactly(
            List.of(0), List.of(1, 2, 3, 4), List.of(5, 6), List.of(7), List.of(8), List.of(9));
  }

  @Test
  void neverUsesMoreLanesThanThereAre() {
    GroupQueue<Integer, String> queue = queue(LIMITS);
    Semaphore lanes = new Semaphore(LIMITS.lanes());
    List<String> answers =
        Concurrently.inThreads(
            50,
            () ->
                queue.commit(
                    7,
                    1,
                    numbers -> {
                      assertThat(lanes.tryAcquire()).isTrue();
                      Thread.onSpinWait();
                      lanes.release();
                      return answered(numbers);
                    }));
    assertThat(answers).hasSize(50).containsOnly("7");
  }

  @Test
  void refusesWhoFindsTooManyWaiting() {
    GroupLimits limits = new GroupLimits(1, 4, 10, 2, FOREVER);
    GroupQueue<Integer, String> queue = queue(limits);
    List<CompletableFuture<String>> first = inAllLanes(queue, limits);
    List<CompletableFuture<String>> later = whoWait(queue, this::texts, 1, 2);
    assertThatExceptionOfType(Unavailable.class)
        .isThrownBy(() -> queue.commit(3, 1, this::texts))
        .satisfies(refusal -> assertThat(refusal.retryAfter()).isPresent());
    mayEnd.countDown();
    assertThat(results(first)).containsExactly("0");
    assertThat(results(later)).containsExactly("1", "2");
    assertThat(queue.commit(4, 1, this::texts)).isEqualTo("4");
  }

  @Test
  void refusesWhoWaitsTooLong() {
    GroupLimits limits = new GroupLimits(1, 4, 10, 2, Duration.ofMillis(1));
    GroupQueue<Integer, String> queue = queue(limits);
    List<CompletableFuture<String>> first = inAllLanes(queue, limits);
    assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> queue.commit(1, 1, this::texts));
    mayEnd.countDown();
    assertThat(results(first)).containsExactly("0");
    assertThat(groups).containsExactly(List.of(0));
  }

  @Test
  void whoBreaksTheWorkFailsAlone() {
    GroupLimits oneLane = new GroupLimits(1, 8, 10, 100, FOREVER);
    GroupQueue<Integer, String> queue = queue(oneLane);
    IllegalStateException failure = new IllegalStateException("13 is broken");
    Function<List<Integer>, List<Outcome<String>>> work =
        numbers -> {
          List<Outcome<String>> texts = texts(numbers);
          if (numbers.contains(13)) {
            throw failure;
          }
          return texts;
        };
    List<CompletableFuture<String>> first = inAllLanes(queue, oneLane);
    List<CompletableFuture<String>> later = whoWait(queue, work, 10, 11, 12, 13, 14);
    mayEnd.countDown();
    assertThat(results(first)).containsExactly("0");
    assertThatThrownBy(() -> Concurrently.result(later.get(3))).isSameAs(failure);
    later.remove(3);
    assertThat(results(later)).containsExactly("10", "11", "12", "14");
  }

  @Test
  void whileTheDatabaseDoesNotAnswerNobodyTriesAgain() {
    GroupLimits oneLane = new GroupLimits(1, 8, 10, 100, FOREVER);
    GroupQueue<Integer, String> queue = queue(oneLane);
    Unavailable gone = new Unavailable("The database", null);
    List<CompletableFuture<String>> first = inAllLanes(queue, oneLane);
    List<CompletableFuture<String>> later =
        whoWait(
            queue,
            numbers -> {
              groups.add(numbers);
              throw gone;
            },
            10,
            11);
    mayEnd.countDown();
    results(first);
    later.forEach(waited -> assertThatThrownBy(() -> Concurrently.result(waited)).isSameAs(gone));
    assertThat(groups).containsExactly(List.of(0), List.of(10, 11));
  }

  @Test
  void whatMayHaveBeenCommittedIsNotDoneAgain() {
    GroupLimits oneLane = new GroupLimits(1, 8, 10, 100, FOREVER);
    GroupQueue<Integer, String> queue = queue(oneLane);
    IllegalStateException failure = new IllegalStateException("after the work");
    List<CompletableFuture<String>> first = inAllLanes(queue, oneLane);
    List<CompletableFuture<String>> later =
        whoWait(
            queue,
            numbers -> {
              unitOfWork.afterCommit(
                  () -> {
                    throw failure;
                  });
              return texts(numbers);
            },
            10,
            11);
    mayEnd.countDown();
    results(first);
    later.forEach(
        waited -> assertThatThrownBy(() -> Concurrently.result(waited)).isSameAs(failure));
    assertThat(groups).containsExactly(List.of(0), List.of(10, 11));
  }

  @Test
  void workThatForgetsARequestIsADefect() {
    mayEnd.countDown();
    GroupQueue<Integer, String> queue = queue(LIMITS);
    assertThatThrownBy(() -> queue.commit(1, 1, _ -> List.of()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("0 outcomes for 1 requests");
    assertThat(queue.commit(2, 1, this::texts)).isEqualTo("2");
  }

  @Test
  void anErrorEndsAllWhoShareItAndNobodyElse() {
    GroupLimits oneLane = new GroupLimits(1, 8, 10, 100, FOREVER);
    GroupQueue<Integer, String> queue = queue(oneLane);
    AssertionError error = new AssertionError("broken");
    List<CompletableFuture<String>> first = inAllLanes(queue, oneLane);
    List<CompletableFuture<String>> later =
        whoWait(
            queue,
            _ -> {
              throw error;
            },
            10,
            11);
    mayEnd.countDown();
    results(first);
    later.forEach(waited -> assertThatThrownBy(() -> Concurrently.result(waited)).isSameAs(error));
    assertThat(queue.commit(2, 1, this::texts)).isEqualTo("2");
  }

  private GroupQueue<Integer, String> queue(GroupLimits limits) {
    return new GroupQueue<>(unitOfWork, limits);
  }

  /** As many as there are lanes, from 0 on; their work does not end. */
  private List<CompletableFuture<String>> inAllLanes(
      GroupQueue<Integer, String> queue, GroupLimits limits) {
    return IntStream.range(0, limits.lanes())
        .mapToObj(
            number -> {
              CompletableFuture<String> answer =
                  Concurrently.start(() -> queue.commit(number, 1, this::texts));
              begun.acquireUninterruptibly();
              return answer;
            })
        .toList();
  }

  /** They all wait, each having come after the one before, when this returns. */
  private static List<CompletableFuture<String>> whoWait(
      GroupQueue<Integer, String> queue,
      Function<List<Integer>, List<Outcome<String>>> work,
      Integer... numbers) {
    List<CompletableFuture<String>> answers = new ArrayList<>();
    for (Integer number : numbers) {
      answers.add(Concurrently.startWaiting(() -> queue.commit(number, 1, work)));
    }
    return answers;
  }

  private CompletableFuture<String> whoWaits(
      GroupQueue<Integer, String> queue, int number, int size) {
    return Concurrently.startWaiting(() -> queue.commit(number, size, this::texts));
  }

  private static List<String> results(List<CompletableFuture<String>> answers) {
    return answers.stream().map(Concurrently::result).toList();
  }

  private List<Integer> allServed() {
    return groups.stream().flatMap(List::stream).toList();
  }

  private List<Outcome<String>> texts(List<Integer> numbers) {
    groups.add(numbers);
    begun.release();
    Concurrently.await(mayEnd);
    return answered(numbers);
  }

  private static List<Outcome<String>> answered(List<Integer> numbers) {
    return numbers.stream()
        .<Outcome<String>>map(number -> new Outcome.Done<>(String.valueOf(number)))
        .toList();
  }
}
