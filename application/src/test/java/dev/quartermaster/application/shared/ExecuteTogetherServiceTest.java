package dev.quartermaster.application.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quartermaster.application.shared.ExecuteTogether.Answered;
import dev.quartermaster.application.shared.ExecuteTogether.Executed;
import dev.quartermaster.application.shared.ExecuteTogether.Repeatable;
import dev.quartermaster.application.shared.ExecuteTogether.Result;
import dev.quartermaster.domain.shared.DomainException;
import dev.quartermaster.domain.shared.GroupCommit;
import dev.quartermaster.domain.shared.IdempotencyInProgress;
import dev.quartermaster.domain.shared.IdempotencyKey;
import dev.quartermaster.domain.shared.IdempotencyKeyReused;
import dev.quartermaster.domain.shared.IdempotencyRecords;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.domain.shared.NotFound;
import dev.quartermaster.domain.shared.Outcome;
import dev.quartermaster.domain.shared.RecordedAnswer;
import dev.quartermaster.testkit.shared.Concurrently;
import dev.quartermaster.testkit.shared.InMemoryFingerprints;
import dev.quartermaster.testkit.shared.InMemoryGroupCommit;
import dev.quartermaster.testkit.shared.InMemoryIdempotencyRecords;
import dev.quartermaster.testkit.shared.InMemoryTable;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;
import dev.quartermaster.testkit.shared.SettableClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Requests ask for things by name; what comes of one is how often that thing was made. */
class ExecuteTogetherServiceTest {
  private final DomainException notFound = new NotFound("thing", "unknown");
  private final DomainException invalid = InvalidInput.of("name", "must be known");

  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final InMemoryFingerprints fingerprints = new InMemoryFingerprints();
  private final IdempotencyRecords records = new InMemoryIdempotencyRecords(unitOfWork);
  private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T10:00:00Z"));
  private final InMemoryTable<String, Integer> made = new InMemoryTable<>(unitOfWork);
  private final List<List<String>> works = new ArrayList<>();

  @Test
  void executesARequestWithoutAKeyEachTime() {
    assertThat(execute("mug", Optional.empty())).isEqualTo(new Executed<>(1));
    assertThat(execute("mug", Optional.empty())).isEqualTo(new Executed<>(2));
    assertThatThrownBy(() -> execute("unknown", Optional.empty())).isSameAs(notFound);
  }

  @Test
  void executesARequestWithAKeyOnceAndRepeatsItsAnswer() {
    assertThat(execute("mug", keyed("key", "make mug"))).isEqualTo(answered("1", false));
    assertThat(execute("mug", keyed("key", "make mug"))).isEqualTo(answered("1", true));
    assertThat(made.find("mug")).contains(1);
  }

  @Test
  void refusesAKeyThatComesWithAnotherRequest() {
    execute("mug", keyed("key", "make mug"));
    assertThatExceptionOfType(IdempotencyKeyReused.class)
        .isThrownBy(() -> execute("bowl", keyed("key", "make bowl")));
    assertThat(made.find("bowl")).isEmpty();
    assertThat(execute("mug", keyed("key", "make mug"))).isEqualTo(answered("1", true));
  }

  @Test
  void remembersARefusalThatARepetitionCannotMend() {
    assertThat(execute("unknown", keyed("key", "make"))).isEqualTo(answered("not-found", false));
    assertThat(execute("unknown", keyed("key", "make"))).isEqualTo(answered("not-found", true));
    assertThat(works).hasSize(1);
  }

  @Test
  void forgetsARefusalThatARepetitionMayMend() {
    assertThatThrownBy(() -> execute("invalid", keyed("key", "make mug"))).isSameAs(invalid);
    assertThat(execute("mug", keyed("key", "make mug"))).isEqualTo(answered("1", false));
  }

  @Test
  void refusesATwinWhileTheFirstIsWorkedOn() {
    unitOfWork.inTransaction(
        () -> {
          records.claim(key("key"));
          assertThatExceptionOfType(IdempotencyInProgress.class)
              .isThrownBy(
                  () -> Concurrently.elsewhere(() -> execute("mug", keyed("key", "make mug"))));
        });
    assertThat(execute("mug", keyed("key", "make mug"))).isEqualTo(answered("1", false));
  }

  @Test
  void executesAGroupEachRequestByItself() {
    execute("old", keyed("known", "make old"));
    works.clear();
    Group group = new Group();
    ExecuteTogether service = service(group);
    service.execute(command("mug", keyed("first", "make mug")), this::work);
    service.execute(command("mug", Optional.empty()), this::work);
    service.execute(command("mug", keyed("first", "make mug")), this::work);
    service.execute(command("old", keyed("known", "make old")), this::work);
    service.execute(command("new", keyed("known", "make new")), this::work);
    service.execute(command("unknown", keyed("second", "make unknown")), this::work);
    service.execute(command("invalid", keyed("third", "make invalid")), this::work);
    service.execute(command("unknown", Optional.empty()), this::work);
    service.execute(command("bowl", keyed("fourth", "make bowl")), this::work);

    List<Outcome<Object>> outcomes = unitOfWork.inTransaction(group::run);

    assertThat(works)
        .containsExactly(List.of("mug", "mug", "unknown", "invalid", "unknown", "bowl"));
    assertThat(outcomes.get(0)).isEqualTo(new Outcome.Done<>(answered("1", false)));
    assertThat(outcomes.get(1)).isEqualTo(new Outcome.Done<>(new Executed<>(2)));
    assertRefused(outcomes.get(2), IdempotencyInProgress.class);
    assertThat(outcomes.get(3)).isEqualTo(new Outcome.Done<>(answered("1", true)));
    assertRefused(outcomes.get(4), IdempotencyKeyReused.class);
    assertThat(outcomes.get(5)).isEqualTo(new Outcome.Done<>(answered("not-found", false)));
    assertThat(outcomes.get(6)).isEqualTo(new Outcome.Refused<>(invalid));
    assertThat(outcomes.get(7)).isEqualTo(new Outcome.Refused<>(notFound));
    assertThat(outcomes.get(8)).isEqualTo(new Outcome.Done<>(answered("1", false)));
    assertThat(execute("mug", keyed("first", "make mug"))).isEqualTo(answered("1", true));
    assertThat(execute("bowl", keyed("fourth", "make bowl"))).isEqualTo(answered("1", true));
    assertThat(execute("unknown", keyed("second", "make unknown")))
        .isEqualTo(answered("not-found", true));
  }

  @Test
  void repeatsTheAnswerThatATwinGotAfterThisOneLooked() {
    execute("mug", keyed("key", "make mug"));
    AtomicInteger claims = new AtomicInteger();
    ExecuteTogether racing =
        new ExecuteTogetherService(
            new InMemoryGroupCommit(unitOfWork),
            new LateRecords(records, claims),
            fingerprints,
            clock);
    assertThat(racing.execute(command("mug", keyed("key", "make mug")), this::work))
        .isEqualTo(answered("1", true));
    assertThat(made.find("mug")).contains(1);
    assertThat(claims).hasValue(2);
  }

  private static void assertRefused(
      Outcome<Object> outcome, Class<? extends DomainException> refusal) {
    assertThatExceptionOfType(refusal).isThrownBy(outcome::orThrow);
  }

  private Result<Integer> execute(String name, Optional<Repeatable<Integer>> repeatable) {
    return service(new InMemoryGroupCommit(unitOfWork))
        .execute(command(name, repeatable), this::work);
  }

  private ExecuteTogether service(GroupCommit groupCommit) {
    return new ExecuteTogetherService(groupCommit, records, fingerprints, clock);
  }

  private static ExecuteTogether.Command<String, Integer> command(
      String name, Optional<Repeatable<Integer>> repeatable) {
    return new ExecuteTogether.Command<>("things", name, 1, repeatable);
  }

  private static Optional<Repeatable<Integer>> keyed(String key, String fingerprint) {
    return Optional.of(
        new Repeatable<>(
            key(key),
            fingerprint,
            count -> answer(String.valueOf(count)),
            refusal -> answer(refusal.code())));
  }

  private static IdempotencyKey key(String value) {
    return new IdempotencyKey("user:1", value);
  }

  private static RecordedAnswer answer(String body) {
    return new RecordedAnswer(200, Map.of(), body);
  }

  private static Result<Integer> answered(String body, boolean replayed) {
    return new Answered<>(answer(body), replayed);
  }

  private List<Outcome<Integer>> work(List<String> names) {
    works.add(names);
    return names.stream().map(name -> Outcome.of(() -> make(name))).toList();
  }

  private int make(String name) {
    switch (name) {
      case "unknown" -> throw notFound;
      case "invalid" -> throw invalid;
      default -> made.put(name, made.findForUpdate(name).orElse(0) + 1);
    }
    return made.find(name).orElseThrow();
  }

  /** Gathers whatever is to be committed, and works on all of it when told to. */
  private static final class Group implements GroupCommit {
    private final List<Object> requests = new ArrayList<>();
    private Function<List<Object>, List<Outcome<Object>>> work = _ -> List.of();

    @Override
    @SuppressWarnings("unchecked") // what is gathered is of one type, and what came of it not used
    public <T, R> R commit(
        String kind, T request, int size, Function<List<T>, List<Outcome<R>>> all) {
      requests.add(request);
      work = (Function<List<Object>, List<Outcome<Object>>>) (Function<?, ?>) all;
      return (R) new Executed<>(0);
    }

    List<Outcome<Object>> run() {
      return work.apply(requests);
    }
  }

  /** Records that find every key free at first, as they do when a twin commits meanwhile. */
  private record LateRecords(IdempotencyRecords records, AtomicInteger claims)
      implements IdempotencyRecords {
    @Override
    public List<Claim> claim(List<IdempotencyKey> keys) {
      return claims.incrementAndGet() == 1
          ? Stream.<Claim>generate(Free::new).limit(keys.size()).toList()
          : records.claim(keys);
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
