package dev.quartermaster.testkit.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.reconciliation.ReconciliationRuns;
import dev.quartermaster.testkit.shared.PortContract;
import org.junit.jupiter.api.Test;

/** What {@link ReconciliationRuns} promise. */
public abstract class ReconciliationRunsContract extends PortContract {

  /** The port under test. */
  protected abstract ReconciliationRuns runs();

  @Test
  void keepsWhatWasFoundUntilTheNextRunIsFinished() {
    finish(3);
    assertThat(inTransaction(() -> runs().lastFound())).isEqualTo(3);
    rollBack(() -> runs().finish(NOW, 4));
    assertThat(inTransaction(() -> runs().lastFound())).isEqualTo(3);
    finish(0);
    assertThat(inTransaction(() -> runs().lastFound())).isZero();
  }

  private void finish(long disagreements) {
    inTransaction(() -> runs().finish(NOW, disagreements));
  }
}
