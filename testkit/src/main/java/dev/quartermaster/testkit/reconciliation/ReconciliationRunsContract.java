package dev.quartermaster.testkit.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.reconciliation.ReconciliationRuns;
import dev.quartermaster.testkit.shared.Concurrently;
import dev.quartermaster.testkit.shared.PortContract;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What {@link ReconciliationRuns} promise. */
public abstract class ReconciliationRunsContract extends PortContract {
  /** Each test has days of its own, as there is but one last run. */
  private static final AtomicLong DAYS = new AtomicLong();

  private final Instant day = NOW.plus(Duration.ofDays(DAYS.incrementAndGet()));

  /** The port under test. */
  protected abstract ReconciliationRuns runs();

  @Test
  void aRunIsBegunWhenItIsTimeAndNotBefore() {
    assertThat(begin(day, day)).isTrue();
    Instant soon = day.plusSeconds(30);
    assertThat(begin(soon, soon.minusSeconds(60))).isFalse();
    Instant later = day.plusSeconds(60);
    assertThat(begin(later, later.minusSeconds(60))).isTrue();
  }

  @Test
  void ofManyWhoAskAtOnceOneBegins() {
    List<Boolean> begun = Concurrently.inThreads(THREADS, () -> begin(day, day.minusSeconds(60)));
    assertThat(begun).filteredOn(Boolean::booleanValue).hasSize(1);
  }

  @Test
  void keepsWhatWasFoundUntilTheNextRunIsFinished() {
    assertThat(begin(day, day)).isTrue();
    finish(3);
    assertThat(begin(day.plusSeconds(60), day)).isTrue();
    assertThat(inTransaction(() -> runs().lastFound())).isEqualTo(3);
    finish(0);
    assertThat(inTransaction(() -> runs().lastFound())).isZero();
  }

  private boolean begin(Instant now, Instant due) {
    return inTransaction(() -> runs().begin(now, due));
  }

  private void finish(long disagreements) {
    inTransaction(() -> runs().finish(disagreements));
  }
}
