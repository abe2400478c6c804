package dev.quartermaster.testkit.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.quartermaster.domain.shared.IdempotencyRecords;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class InMemoryUnitOfWorkTest extends UnitOfWorkContract {
  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final InMemoryIdempotencyRecords records = new InMemoryIdempotencyRecords(unitOfWork);

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected IdempotencyRecords records() {
    return records;
  }

  @Test
  void refusesChangesAndLocksOutsideATransaction() {
    InMemoryTable<String, String> table = new InMemoryTable<>(unitOfWork);
    assertThatIllegalStateException().isThrownBy(() -> table.put("key", "row"));
    assertThatIllegalStateException().isThrownBy(() -> table.remove("key"));
    assertThatIllegalStateException().isThrownBy(() -> table.findForUpdate("key"));
    assertThat(table.find("key")).isEmpty();
  }

  @Test
  void runsATransactionAgainThatWaitedInACircle() {
    InMemoryTable<String, Integer> table = new InMemoryTable<>(unitOfWork);
    inTransaction(
        () -> {
          table.put("a", 0);
          table.put("b", 0);
        });
    CountDownLatch bothHoldOne = new CountDownLatch(2);
    AtomicInteger attempts = new AtomicInteger();
    CompletableFuture<Boolean> other =
        Concurrently.start(() -> countOnInBoth(table, "b", "a", bothHoldOne, attempts));
    countOnInBoth(table, "a", "b", bothHoldOne, attempts);
    Concurrently.result(other);

    assertThat(attempts).hasValue(3);
    assertThat(table.find("a")).contains(2);
    assertThat(table.find("b")).contains(2);
  }

  private boolean countOnInBoth(
      InMemoryTable<String, Integer> table,
      String first,
      String second,
      CountDownLatch bothHoldOne,
      AtomicInteger attempts) {
    return inTransaction(
        () -> {
          attempts.incrementAndGet();
          table.put(first, table.findForUpdate(first).orElseThrow() + 1);
          bothHoldOne.countDown();
          Concurrently.await(bothHoldOne);
          table.put(second, table.findForUpdate(second).orElseThrow() + 1);
          return true;
        });
  }
}
