package dev.quartermaster.jobs.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.application.reconciliation.RunReconciliation;
import dev.quartermaster.domain.shared.Schedule;
import dev.quartermaster.domain.shared.Unavailable;
import dev.quartermaster.jobs.shared.LoggedLines;
import dev.quartermaster.jobs.shared.RecurringWork;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class ReconciliationTest {
  @RegisterExtension final LoggedLines log = new LoggedLines(Reconciliation.class);

  @Test
  void tellsOfDisagreementsInOneLine() {
    List<String> actors = new ArrayList<>();
    RecurringWork comparison =
        Reconciliation.comparison(
            command -> {
              actors.add(command.actor().reference());
              return new RunReconciliation.Result(3);
            });
    assertThat(comparison.schedule()).isEqualTo(Schedule.RECONCILIATION);
    comparison.work().run();
    assertThat(log.lines())
        .containsExactly(
            "3 disagreements between orders, payments and stock; GET /api/v1/reconciliation names"
                + " them");
    assertThat(actors).containsExactly("system:reconciliation");
  }

  @Test
  void isSilentWhenAllIsWell() {
    Reconciliation.comparison(_ -> new RunReconciliation.Result(0)).work().run();
    new Reconciliation(() -> 3).learn();
    assertThat(log.lines()).isEmpty();
  }

  @Test
  void learnsTheNextTimeWhileTheDatabaseIsAway() {
    new Reconciliation(
            () -> {
              throw new Unavailable("The database", null);
            })
        .learn();
    assertThat(log.lines())
        .containsExactly(
            "put off until the next run: The database does not answer; try again in a few"
                + " seconds.");
  }
}
