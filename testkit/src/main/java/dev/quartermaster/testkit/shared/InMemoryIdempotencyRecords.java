package dev.quartermaster.testkit.shared;

import dev.quartermaster.domain.shared.IdempotencyKey;
import dev.quartermaster.domain.shared.IdempotencyRecords;
import dev.quartermaster.domain.shared.RecordedAnswer;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Remembers answers in memory. */
public final class InMemoryIdempotencyRecords implements IdempotencyRecords {
  private final InMemoryTable<IdempotencyKey, Row> rows;

  /** Remembers nothing yet. */
  public InMemoryIdempotencyRecords(InMemoryUnitOfWork unitOfWork) {
    this.rows = new InMemoryTable<>(unitOfWork);
  }

  @Override
  public List<Claim> claim(List<IdempotencyKey> keys) {
    Set<IdempotencyKey> claimed = new HashSet<>();
    return keys.stream().map(key -> claimOnce(key, claimed)).toList();
  }

  private Claim claimOnce(IdempotencyKey key, Set<IdempotencyKey> claimed) {
    boolean isRepeated = !claimed.add(key);
    if ((isRepeated && rows.find(key).isEmpty()) || !rows.tryLock(key)) {
      return new InProgress();
    }
    return rows.find(key)
        .<Claim>map(row -> new Answered(row.fingerprint(), row.answer()))
        .orElseGet(Free::new);
  }

  @Override
  public int record(List<Answer> answers, Instant at) {
    List<Answer> fresh =
        answers.stream().filter(answer -> rows.findForUpdate(answer.key()).isEmpty()).toList();
    fresh.forEach(
        answer ->
            rows.put(
                answer.key(), new Row(answer.key(), answer.fingerprint(), answer.answer(), at)));
    return fresh.size();
  }

  @Override
  public int forgetBefore(Instant instant, int limit) {
    List<Row> old =
        rows.rows().stream().filter(row -> row.at().isBefore(instant)).limit(limit).toList();
    old.forEach(row -> rows.remove(row.key()));
    return old.size();
  }

  private record Row(IdempotencyKey key, String fingerprint, RecordedAnswer answer, Instant at) {}
}
