package dev.quartermaster.testkit.shared;

import dev.quartermaster.domain.shared.IdempotencyKey;
import dev.quartermaster.domain.shared.IdempotencyRecords;
import dev.quartermaster.domain.shared.RecordedAnswer;
import java.time.Instant;
import java.util.List;

/** Remembers answers in memory. */
public final class InMemoryIdempotencyRecords implements IdempotencyRecords {
  private final InMemoryTable<IdempotencyKey, Row> rows;

  /** Remembers nothing yet. */
  public InMemoryIdempotencyRecords(InMemoryUnitOfWork unitOfWork) {
    this.rows = new InMemoryTable<>(unitOfWork);
  }

  @Override
  public Claim claim(IdempotencyKey key) {
    if (!rows.tryLock(key)) {
      return new InProgress();
    }
    return rows.find(key)
        .<Claim>map(row -> new Answered(row.fingerprint(), row.answer()))
        .orElseGet(Free::new);
  }

  @Override
  public boolean record(IdempotencyKey key, String fingerprint, RecordedAnswer answer, Instant at) {
    if (rows.findForUpdate(key).isPresent()) {
      return false;
    }
    rows.put(key, new Row(key, fingerprint, answer, at));
    return true;
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
