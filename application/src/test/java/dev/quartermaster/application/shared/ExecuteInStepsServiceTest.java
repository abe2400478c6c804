package dev.quartermaster.application.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.quartermaster.domain.shared.DomainException;
import dev.quartermaster.domain.shared.IdempotencyInProgress;
import dev.quartermaster.domain.shared.IdempotencyKey;
import dev.quartermaster.domain.shared.IdempotencyKeyReused;
import dev.quartermaster.domain.shared.IdempotencyRecords;
import dev.quartermaster.domain.shared.NotFound;
import dev.quartermaster.domain.shared.RecordedAnswer;
import dev.quartermaster.domain.shared.Unavailable;
import dev.quartermaster.testkit.shared.Concurrently;
import dev.quartermaster.testkit.shared.InMemoryFingerprints;
import dev.quartermaster.testkit.shared.InMemoryIdempotencyRecords;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ExecuteInStepsServiceTest {
  private static final IdempotencyKey KEY = new IdempotencyKey("user:1", "key");
  private static final RecordedAnswer LAST_WORD = new RecordedAnswer(201, Map.of(), "{}");
  private static final RecordedAnswer ON_ITS_WAY = new RecordedAnswer(202, Map.of(), "{}");

  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final IdempotencyRecords records = new InMemoryIdempotencyRecords(unitOfWork);
  private final ExecuteInSteps service =
      new ExecuteInStepsService(
          unitOfWork,
          records,
          new InMemoryFingerprints(),
          () -> Instant.parse("2026-03-01T10:00:00Z"));
  private final AtomicInteger runs = new AtomicInteger();

  @Test
  void repeatsTheLastWord() {
    assertThat(execute("pay 1", () -> LAST_WORD))
        .isEqualTo(new ExecuteInSteps.Result(LAST_WORD, false));
    assertThat(execute("pay 1", () -> LAST_WORD))
        .isEqualTo(new ExecuteInSteps.Result(LAST_WORD, true));
    assertThat(runs).hasValue(1);
  }

  @Test
  void worksAgainUntilThereIsALastWord() {
    assertThat(execute("pay 1", () -> ON_ITS_WAY).replayed()).isFalse();
    assertThat(execute("pay 1", () -> LAST_WORD))
        .isEqualTo(new ExecuteInSteps.Result(LAST_WORD, false));
    assertThat(execute("pay 1", () -> ON_ITS_WAY))
        .isEqualTo(new ExecuteInSteps.Result(LAST_WORD, true));
  }

  @Test
  void worksOutsideOfTransactions() {
    execute(
        "pay 1",
        () -> {
          assertThat(unitOfWork.isInTransaction()).isFalse();
          return LAST_WORD;
        });
    assertThat(runs).hasValue(1);
  }

  @Test
  void refusesAKeyThatComesWithAnotherRequest() {
    execute("pay 1", () -> LAST_WORD);
    assertThatExceptionOfType(IdempotencyKeyReused.class)
        .isThrownBy(() -> execute("pay 2", () -> LAST_WORD));
    assertThat(runs).hasValue(1);
  }

  @Test
  void remembersRefusalsThatARepetitionCannotMend() {
    RecordedAnswer refused = new RecordedAnswer(404, Map.of(), NotFound.CODE);
    assertThat(execute("pay 1", () -> refuse(new NotFound("order", "1"))))
        .isEqualTo(new ExecuteInSteps.Result(refused, false));
    assertThat(execute("pay 1", () -> LAST_WORD))
        .isEqualTo(new ExecuteInSteps.Result(refused, true));
  }

  @Test
  void forgetsRefusalsThatARepetitionMayMend() {
    assertThatExceptionOfType(Unavailable.class)
        .isThrownBy(() -> execute("pay 1", () -> refuse(new Unavailable("The gateway", null))));
    assertThat(execute("pay 1", () -> LAST_WORD).replayed()).isFalse();
  }

  @Test
  void keepsWhatATwinWasRememberedWith() {
    RecordedAnswer twins = new RecordedAnswer(201, Map.of(), "{\"twin\":true}");
    ExecuteInSteps.Result own =
        execute(
            "pay 1",
            () -> {
              Concurrently.elsewhere(() -> execute("pay 1", () -> twins));
              return LAST_WORD;
            });
    assertThat(own).isEqualTo(new ExecuteInSteps.Result(LAST_WORD, false));
    assertThat(execute("pay 1", () -> LAST_WORD)).isEqualTo(new ExecuteInSteps.Result(twins, true));
  }

  @Test
  void doesNotWaitForOneThatHoldsTheKey() {
    unitOfWork.inTransaction(
        () -> {
          assertThat(records.claim(KEY)).isEqualTo(new IdempotencyRecords.Free());
          assertThatExceptionOfType(IdempotencyInProgress.class)
              .isThrownBy(() -> Concurrently.elsewhere(() -> execute("pay 1", () -> LAST_WORD)));
        });
    assertThat(runs).hasValue(0);
  }

  private ExecuteInSteps.Result execute(String fingerprint, Supplier<RecordedAnswer> work) {
    return service.execute(
        new ExecuteInSteps.Command(
            KEY,
            fingerprint,
            () -> {
              runs.incrementAndGet();
              return work.get();
            },
            refusal -> new RecordedAnswer(404, Map.of(), refusal.code()),
            answer -> answer.status() != ON_ITS_WAY.status()));
  }

  private static RecordedAnswer refuse(DomainException refusal) {
    throw refusal;
  }
}
