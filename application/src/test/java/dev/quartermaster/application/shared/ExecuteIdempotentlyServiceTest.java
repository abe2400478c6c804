package dev.quartermaster.application.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quartermaster.domain.shared.DomainException;
import dev.quartermaster.domain.shared.Forbidden;
import dev.quartermaster.domain.shared.IdempotencyInProgress;
import dev.quartermaster.domain.shared.IdempotencyKey;
import dev.quartermaster.domain.shared.IdempotencyKeyReused;
import dev.quartermaster.domain.shared.IdempotencyRecords;
import dev.quartermaster.domain.shared.IdempotencyRecords.Claim;
import dev.quartermaster.domain.shared.IdempotencyRecords.Free;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.domain.shared.NotFound;
import dev.quartermaster.domain.shared.RecordedAnswer;
import dev.quartermaster.domain.shared.StaleVersion;
import dev.quartermaster.domain.shared.Unauthenticated;
import dev.quartermaster.domain.shared.Unavailable;
import dev.quartermaster.testkit.shared.Concurrently;
import dev.quartermaster.testkit.shared.InMemoryFingerprints;
import dev.quartermaster.testkit.shared.InMemoryIdempotencyRecords;
import dev.quartermaster.testkit.shared.InMemoryTable;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;
import dev.quartermaster.testkit.shared.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ExecuteIdempotentlyServiceTest {
  private static final IdempotencyKey KEY = new IdempotencyKey("user:1", "key");
  private static final RecordedAnswer ANSWER =
      new RecordedAnswer(201, Map.of("Location", "/orders/1"), "{}");

  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final InMemoryFingerprints fingerprints = new InMemoryFingerprints();
  private final IdempotencyRecords records = new InMemoryIdempotencyRecords(unitOfWork);
  private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T10:00:00Z"));
  private final ExecuteIdempotently service =
      new ExecuteIdempotentlyService(unitOfWork, records, fingerprints, clock);

  /** The effects of requests: how often each key was worked on. */
  private final InMemoryTable<String, Integer> effects = new InMemoryTable<>(unitOfWork);

  private final AtomicInteger runs = new AtomicInteger();

  @Test
  void executesARequestAndRepeatsItsAnswer() {
    assertThat(execute("place 1", this::work))
        .isEqualTo(new ExecuteIdempotently.Result(ANSWER, false));
    assertThat(execute("place 1", this::work))
        .isEqualTo(new ExecuteIdempotently.Result(ANSWER, true));
    assertThat(effects.find("order")).contains(1);
  }

  @Test
  void keysOfDifferentCallersDoNotMeet() {
    execute("place 1", this::work);
    IdempotencyKey others = new IdempotencyKey("user:2", KEY.value());
    assertThat(service.execute(command(others, "place 2", this::work)).replayed()).isFalse();
    assertThat(effects.find("order")).contains(2);
  }

  @Test
  void refusesAKeyThatComesWithAnotherRequest() {
    execute("place 1", this::work);
    assertThatExceptionOfType(IdempotencyKeyReused.class)
        .isThrownBy(() -> execute("place 2", this::work));
    assertThat(effects.find("order")).contains(1);
    assertThat(execute("place 1", this::work).replayed()).isTrue();
  }

  @Test
  void remembersARefusalWithoutItsEffects() {
    for (DomainException refusal :
        List.of(
            new NotFound("order", "1"),
            new Forbidden("no"),
            new StaleVersion(2),
            new Unauthenticated(),
            new IdempotencyKeyReused())) {
      IdempotencyKey key = new IdempotencyKey("user:1", refusal.code());
      assertThat(service.execute(command(key, "place", () -> workThenRefuse(refusal))))
          .isEqualTo(new ExecuteIdempotently.Result(refusalAnswer(refusal), false));
      assertThat(service.execute(command(key, "place", this::work)))
          .isEqualTo(new ExecuteIdempotently.Result(refusalAnswer(refusal), true));
    }
    assertThat(effects.find("order")).isEmpty();
  }

  @Test
  void forgetsWhatARepetitionMayMend() {
    for (DomainException refusal :
        List.of(
            InvalidInput.of("items", "must not be empty"), new Unavailable("The database", null))) {
      assertThatThrownBy(() -> execute("place 1", () -> workThenRefuse(refusal))).isSameAs(refusal);
    }
    assertThat(effects.find("order")).isEmpty();
    assertThat(execute("place 2", this::work).replayed()).isFalse();
  }

  @Test
  void otherExceptionsPassThroughAndAreForgotten() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                execute(
                    "place 1",
                    () -> {
                      work();
                      throw new IllegalStateException("broken");
                    }))
        .withMessage("broken");
    assertThat(effects.find("order")).isEmpty();
    assertThat(execute("place 1", this::work).replayed()).isFalse();
  }

  @Test
  void refusesATwinWhileTheFirstIsWorkedOn() {
    ExecuteIdempotently.Result first =
        execute(
            "place 1",
            () -> {
              assertThatExceptionOfType(IdempotencyInProgress.class)
                  .isThrownBy(() -> Concurrently.elsewhere(() -> execute("place 1", this::work)));
              return work();
            });
    assertThat(first.replayed()).isFalse();
    assertThat(execute("place 1", this::work).replayed()).isTrue();
    assertThat(effects.find("order")).contains(1);
  }

  @Test
  void ofManyTwinsOneTakesEffect() {
    List<Boolean> fresh =
        Concurrently.inThreads(
            16,
            () -> {
              try {
                return !execute("place 1", this::work).replayed();
              } catch (IdempotencyInProgress inProgress) {
                return false;
              }
            });
    assertThat(fresh).containsOnlyOnce(true);
    assertThat(effects.find("order")).contains(1);
  }

  @Test
  void repeatsTheAnswerThatATwinGotAfterThisOneLooked() {
    execute("place 1", this::work);
    AtomicInteger claims = new AtomicInteger();
    ExecuteIdempotently racing =
        racing(key -> claims.incrementAndGet() == 1 ? new Free() : records.claim(key));

    assertThat(racing.execute(command(KEY, "place 1", this::work)))
        .isEqualTo(new ExecuteIdempotently.Result(ANSWER, true));
    assertThat(effects.find("order")).contains(1);
    assertThat(runs).hasValue(2);
  }

  @Test
  void refusesAKeyThatATwinUsedForAnotherRequestAfterThisOneLooked() {
    execute("place 2", this::work);
    AtomicInteger claims = new AtomicInteger();
    ExecuteIdempotently racing =
        racing(key -> claims.incrementAndGet() == 1 ? new Free() : records.claim(key));

    assertThatExceptionOfType(IdempotencyKeyReused.class)
        .isThrownBy(() -> racing.execute(command(KEY, "place 1", this::work)));
    assertThat(effects.find("order")).contains(1);
  }

  @Test
  void aRefusalGivesWayToTheAnswerThatATwinGotMeanwhile() {
    AtomicInteger claims = new AtomicInteger();
    ExecuteIdempotently racing =
        racing(
            key -> {
              if (claims.incrementAndGet() == 2) {
                Concurrently.elsewhere(() -> execute("place 1", this::work));
              }
              return records.claim(key);
            });
    assertThat(
            racing.execute(
                command(KEY, "place 1", () -> workThenRefuse(new NotFound("product", "1")))))
        .isEqualTo(new ExecuteIdempotently.Result(ANSWER, true));
    assertThat(effects.find("order")).contains(1);
  }

  @Test
  void forgetsAnswersAfterADay() {
    ForgetExpiredAnswers forget = new ForgetExpiredAnswersService(unitOfWork, records, clock);
    execute("place 1", this::work);
    clock.advance(ForgetExpiredAnswers.RETENTION);
    assertThat(forget.forget(new ForgetExpiredAnswers.Command(10)).forgotten()).isZero();
    assertThat(execute("place 1", this::work).replayed()).isTrue();

    clock.advance(Duration.ofSeconds(1));
    assertThat(forget.forget(new ForgetExpiredAnswers.Command(10)).forgotten()).isEqualTo(1);
    assertThat(execute("place 1", this::work).replayed()).isFalse();
  }

  private ExecuteIdempotently.Result execute(String fingerprint, Supplier<RecordedAnswer> request) {
    return service.execute(command(KEY, fingerprint, request));
  }

  private static ExecuteIdempotently.Command command(
      IdempotencyKey key, String fingerprint, Supplier<RecordedAnswer> request) {
    return new ExecuteIdempotently.Command(
        key, fingerprint, request, ExecuteIdempotentlyServiceTest::refusalAnswer);
  }

  private static RecordedAnswer refusalAnswer(DomainException refusal) {
    return new RecordedAnswer(409, Map.of(), refusal.code());
  }

  private RecordedAnswer work() {
    runs.incrementAndGet();
    unitOfWork.inTransaction(
        () -> effects.put("order", effects.findForUpdate("order").orElse(0) + 1));
    return ANSWER;
  }

  private RecordedAnswer workThenRefuse(DomainException refusal) {
    work();
    throw refusal;
  }

  private ExecuteIdempotently racing(Function<IdempotencyKey, Claim> claim) {
    return new ExecuteIdempotentlyService(
        unitOfWork, new Racing(records, claim), fingerprints, clock);
  }

  /** Records whose claims go as a race would have them. */
  private record Racing(IdempotencyRecords records, Function<IdempotencyKey, Claim> claims)
      implements IdempotencyRecords {
    @Override
    public List<Claim> claim(List<IdempotencyKey> keys) {
      return keys.stream().map(claims).toList();
    }

    @Override
    public int record(List<Answer> answers, Instant at) {
      return records.record(answers, at);
    }

    @Override
    public int forgetBefore(Instant instant, int limit) {
      return records.forgetBefore(instant, limit);
    }
  }
}
