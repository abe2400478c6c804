package dev.quartermaster.testkit.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quartermaster.domain.shared.GroupCommit;
import dev.quartermaster.domain.shared.IdempotencyKey;
import dev.quartermaster.domain.shared.IdempotencyRecords;
import dev.quartermaster.domain.shared.NotFound;
import dev.quartermaster.domain.shared.Outcome;
import dev.quartermaster.domain.shared.RecordedAnswer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link GroupCommit} promises. */
public abstract class GroupCommitContract extends PortContract {
  private static final int CROWD = 40;

  private final String kind = unique();

  /** The port under test. */
  protected abstract GroupCommit groupCommit();

  /** A store that takes part in the transactions, by which their ends are seen. */
  protected abstract IdempotencyRecords records();

  @Test
  void answersEachByItself() {
    AtomicInteger numbers = new AtomicInteger();
    List<Boolean> right =
        Concurrently.inThreads(
            CROWD,
            () -> {
              int number = numbers.incrementAndGet();
              return groupCommit().commit(kind, number, 1, GroupCommitContract::doubled)
                  == 2 * number;
            });
    assertThat(right).containsOnly(true);
  }

  @Test
  void refusesEachByItself() {
    AtomicInteger numbers = new AtomicInteger();
    List<Boolean> done =
        Concurrently.inThreads(
            CROWD,
            () -> {
              int number = numbers.incrementAndGet();
              try {
                groupCommit().commit(kind, number, 1, GroupCommitContract::oddRefused);
                return number % 2 == 0;
              } catch (NotFound refusal) {
                return number % 2 == 1 && refusal.detail().contains("'" + number + "'");
              }
            });
    assertThat(done).containsOnly(true);
  }

  @Test
  void answersOnceItIsCommitted() {
    List<Boolean> committed =
        Concurrently.inThreads(
            CROWD,
            () -> {
              IdempotencyKey key = key();
              groupCommit().commit(kind, key, 1, this::stored);
              return Concurrently.elsewhere(() -> isStored(key));
            });
    assertThat(committed).containsOnly(true);
  }

  @Test
  void whoBreaksTheWorkFailsAloneAndWithoutATrace() {
    IdempotencyKey broken = key();
    AtomicInteger numbers = new AtomicInteger();
    List<Boolean> right =
        Concurrently.inThreads(
            CROWD,
            () -> {
              IdempotencyKey key = numbers.incrementAndGet() % 10 == 0 ? broken : key();
              try {
                groupCommit().commit(kind, key, 1, keys -> storedUnless(broken, keys));
                return isStored(key) && !key.equals(broken);
              } catch (IllegalStateException failure) {
                return key.equals(broken);
              }
            });
    assertThat(right).containsOnly(true);
    assertThat(isStored(broken)).isFalse();
  }

  @Test
  void joinsTheCallersTransaction() {
    IdempotencyKey key = key();
    rollBack(
        () -> {
          groupCommit().commit(kind, key, 1, this::stored);
          assertThat(Concurrently.elsewhere(() -> isStored(key))).isFalse();
        });
    assertThat(isStored(key)).isFalse();

    inTransaction(() -> groupCommit().commit(kind, key, 1, this::stored));
    assertThat(isStored(key)).isTrue();
  }

  @Test
  void goesOnAfterAFailureAndARefusal() {
    IdempotencyKey broken = key();
    assertThatThrownBy(
            () -> groupCommit().commit(kind, broken, 1, keys -> storedUnless(broken, keys)))
        .isInstanceOf(IllegalStateException.class);
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(() -> groupCommit().commit(unique(), 1, 1, GroupCommitContract::oddRefused));
    IdempotencyKey key = key();
    groupCommit().commit(kind, key, 1, keys -> storedUnless(broken, keys));
    assertThat(isStored(key)).isTrue();
  }

  @Test
  void takesWhatIsLargerThanAnyGroup() {
    assertThat(
            groupCommit()
                .<Integer, Integer>commit(
                    kind, 21, Integer.MAX_VALUE / 2, GroupCommitContract::doubled))
        .isEqualTo(42);
  }

  private static List<Outcome<Integer>> doubled(List<Integer> numbers) {
    return numbers.stream()
        .<Outcome<Integer>>map(number -> new Outcome.Done<>(2 * number))
        .toList();
  }

  private static List<Outcome<Integer>> oddRefused(List<Integer> numbers) {
    return numbers.stream()
        .map(
            number ->
                Outcome.of(
                    () -> {
                      if (number % 2 == 1) {
                        throw new NotFound("number", "'" + number + "'");
                      }
                      return number;
                    }))
        .toList();
  }

  private List<Outcome<Integer>> stored(List<IdempotencyKey> keys) {
    records()
        .record(
            keys.stream()
                .map(
                    key ->
                        new IdempotencyRecords.Answer(
                            key, "anything", new RecordedAnswer(200, Map.of(), "")))
                .toList(),
            NOW);
    return IntStream.range(0, keys.size()).<Outcome<Integer>>mapToObj(Outcome.Done::new).toList();
  }

  private List<Outcome<Integer>> storedUnless(IdempotencyKey broken, List<IdempotencyKey> keys) {
    List<Outcome<Integer>> outcomes = stored(keys);
    if (keys.contains(broken)) {
      throw new IllegalStateException("broken");
    }
    return outcomes;
  }

  private boolean isStored(IdempotencyKey key) {
    return inTransaction(() -> records().claim(key)) instanceof IdempotencyRecords.Answered;
  }

  private static IdempotencyKey key() {
    return new IdempotencyKey("user:" + unique(), unique());
  }
}
