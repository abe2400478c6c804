package dev.quartermaster.testkit.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.shared.IdempotencyKey;
import dev.quartermaster.domain.shared.IdempotencyRecords;
import dev.quartermaster.domain.shared.RecordedAnswer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@link IdempotencyRecords} promise. */
public abstract class IdempotencyRecordsContract extends PortContract {
  /** Before anything else that the store may hold. */
  private static final Instant LONG_AGO = Instant.parse("2001-02-03T04:05:06Z");

  private static final RecordedAnswer ANSWER =
      new RecordedAnswer(
          201,
          Map.of("Location", "/api/v1/orders/1", "ETag", "\"1\""),
          "{\"name\":\"Crème brûlée 🍮\"}");

  /** The port under test. */
  protected abstract IdempotencyRecords records();

  @Test
  void aKeyThatNobodyUsedIsFree() {
    assertThat(claim(key())).isEqualTo(new IdempotencyRecords.Free());
  }

  @Test
  void aKeyIsFreeAgainAfterAClaimWithoutAnAnswer() {
    IdempotencyKey key = key();
    claim(key);
    assertThat(claim(key)).isEqualTo(new IdempotencyRecords.Free());
    rollBack(() -> records().claim(key));
    assertThat(claim(key)).isEqualTo(new IdempotencyRecords.Free());
  }

  @Test
  void anAnsweredKeyGivesTheWholeAnswer() {
    IdempotencyKey key = key();
    answer(key, NOW);
    assertThat(claim(key)).isEqualTo(new IdempotencyRecords.Answered("POST /orders 42", ANSWER));
  }

  @Test
  void keepsAnAnswerWithoutHeadersAndBody() {
    IdempotencyKey key = key();
    RecordedAnswer empty = new RecordedAnswer(204, Map.of(), "");
    inTransaction(() -> records().record(key, "DELETE", empty, NOW));
    assertThat(claim(key)).isEqualTo(new IdempotencyRecords.Answered("DELETE", empty));
  }

  @Test
  void keepsTheLongestKeyAndALongAnswer() {
    IdempotencyKey key =
        new IdempotencyKey(unique(), "ключ".repeat(100).substring(0, IdempotencyKey.MAX_LENGTH));
    RecordedAnswer answer = new RecordedAnswer(200, Map.of(), "x".repeat(500_000));
    inTransaction(() -> records().record(key, "f".repeat(1_000), answer, NOW));
    assertThat(claim(key)).isEqualTo(new IdempotencyRecords.Answered("f".repeat(1_000), answer));
  }

  @Test
  void keysOfDifferentCallersNeverMeet() {
    String value = unique();
    answer(new IdempotencyKey(unique(), value), NOW);
    assertThat(claim(new IdempotencyKey(unique(), value))).isEqualTo(new IdempotencyRecords.Free());
    answer(new IdempotencyKey(value + "a", "b"), NOW);
    assertThat(claim(new IdempotencyKey(value, "ab"))).isEqualTo(new IdempotencyRecords.Free());
  }

  @Test
  void aKeyHeldByAnotherTransactionIsInProgressUntilThatEnds() {
    IdempotencyKey key = key();
    inTransaction(
        () -> {
          records().claim(key);
          assertThat(inAnotherTransaction(() -> records().claim(key)))
              .isEqualTo(new IdempotencyRecords.InProgress());
          assertThat(inAnotherTransaction(() -> records().claim(key())))
              .isEqualTo(new IdempotencyRecords.Free());
        });
    assertThat(claim(key)).isEqualTo(new IdempotencyRecords.Free());
  }

  @Test
  void anAnswerShowsWithTheCommit() {
    IdempotencyKey key = key();
    inTransaction(
        () -> {
          records().claim(key);
          records().record(key, "POST /orders 42", ANSWER, NOW);
          assertThat(inAnotherTransaction(() -> records().claim(key)))
              .isEqualTo(new IdempotencyRecords.InProgress());
        });
    assertThat(claim(key)).isEqualTo(new IdempotencyRecords.Answered("POST /orders 42", ANSWER));
  }

  @Test
  void aRolledBackAnswerIsForgotten() {
    IdempotencyKey key = key();
    rollBack(() -> records().record(key, "POST /orders 42", ANSWER, NOW));
    assertThat(claim(key)).isEqualTo(new IdempotencyRecords.Free());
  }

  @Test
  void theFirstAnswerStays() {
    IdempotencyKey key = key();
    answer(key, NOW);
    RecordedAnswer other = new RecordedAnswer(409, Map.of(), "");
    boolean kept = inTransaction(() -> records().record(key, "another", other, NOW));
    assertThat(kept).isFalse();
    assertThat(claim(key)).isEqualTo(new IdempotencyRecords.Answered("POST /orders 42", ANSWER));
  }

  @Test
  void ofManyClaimantsAtOnceOneAnswers() {
    IdempotencyKey key = key();
    List<Boolean> answered =
        Concurrently.inThreads(
            THREADS,
            () ->
                inTransaction(
                    () ->
                        records().claim(key) instanceof IdempotencyRecords.Free
                            && records().record(key, "POST /orders 42", ANSWER, NOW)));
    assertThat(answered).containsOnlyOnce(true);
  }

  @Test
  void claimsManyKeysAtOnce() {
    IdempotencyKey answered = key();
    IdempotencyKey held = key();
    IdempotencyKey fresh = key();
    answer(answered, NOW);
    IdempotencyRecords.Claim repeated = new IdempotencyRecords.Answered("POST /orders 42", ANSWER);
    inTransaction(
        () -> {
          records().claim(held);
          assertThat(
                  inAnotherTransaction(
                      () ->
                          records().claim(List.of(fresh, answered, held, fresh, answered, key()))))
              .containsExactly(
                  new IdempotencyRecords.Free(),
                  repeated,
                  new IdempotencyRecords.InProgress(),
                  new IdempotencyRecords.InProgress(),
                  repeated,
                  new IdempotencyRecords.Free());
        });
    assertThat(inTransaction(() -> records().claim(List.of()))).isEmpty();
  }

  @Test
  void keepsManyAnswersAtOnceEachAsItIs() {
    RecordedAnswer plain = new RecordedAnswer(204, Map.of(), "");
    IdempotencyKey known = key();
    answer(known, NOW);
    IdempotencyKey first = key();
    IdempotencyKey second = key();
    int kept =
        inTransaction(
            () ->
                records()
                    .record(
                        List.of(
                            new IdempotencyRecords.Answer(first, "POST 1", ANSWER),
                            new IdempotencyRecords.Answer(known, "POST 2", plain),
                            new IdempotencyRecords.Answer(second, "POST 3", plain)),
                        NOW));
    assertThat(kept).isEqualTo(2);
    assertThat(claim(first)).isEqualTo(new IdempotencyRecords.Answered("POST 1", ANSWER));
    assertThat(claim(known)).isEqualTo(new IdempotencyRecords.Answered("POST /orders 42", ANSWER));
    assertThat(claim(second)).isEqualTo(new IdempotencyRecords.Answered("POST 3", plain));
    assertThat(inTransaction(() -> records().record(List.of(), NOW))).isZero();
  }

  @Test
  void forgetsOldAnswersInBatches() {
    forgetAllBefore(LONG_AGO.plusSeconds(100));
    List<IdempotencyKey> keys = Stream.generate(() -> key()).limit(4).toList();
    answer(keys.get(0), LONG_AGO);
    answer(keys.get(1), LONG_AGO.plusSeconds(1));
    answer(keys.get(2), LONG_AGO.plusSeconds(2));
    answer(keys.get(3), LONG_AGO.plusSeconds(3));

    Instant cutOff = LONG_AGO.plusSeconds(3);
    assertThat(forgetBefore(cutOff, 2)).isEqualTo(2);
    assertThat(forgetBefore(cutOff, 2)).isEqualTo(1);
    assertThat(forgetBefore(cutOff, 2)).isZero();
    assertThat(keys.subList(0, 3))
        .allSatisfy(key -> assertThat(claim(key)).isEqualTo(new IdempotencyRecords.Free()));
    assertThat(claim(keys.get(3))).isInstanceOf(IdempotencyRecords.Answered.class);
  }

  private static IdempotencyKey key() {
    return new IdempotencyKey("user:" + unique(), unique());
  }

  private IdempotencyRecords.Claim claim(IdempotencyKey key) {
    return inTransaction(() -> records().claim(key));
  }

  private void answer(IdempotencyKey key, Instant at) {
    boolean kept = inTransaction(() -> records().record(key, "POST /orders 42", ANSWER, at));
    assertThat(kept).isTrue();
  }

  private int forgetBefore(Instant instant, int limit) {
    return inTransaction(() -> records().forgetBefore(instant, limit));
  }

  private void forgetAllBefore(Instant instant) {
    int forgotten;
    do {
      forgotten = forgetBefore(instant, 1_000);
    } while (forgotten > 0);
  }
}
