package dev.quartermaster.jobs.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.quartermaster.domain.shared.Schedule;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RecurringWorkTest {

  @Test
  void forgetsInBatchesUntilNothingIsLeft() {
    List<Integer> batches = new ArrayList<>(List.of(1_000, 1_000, 7, 1_000));
    RecurringWork.forgetting(Schedule.TOKEN_RETENTION, Batches.OF_ROWS, _ -> batches.removeFirst())
        .work()
        .run();
    assertThat(batches).containsExactly(1_000);
  }

  @Test
  void aDefectFailsTheRun() {
    RecurringWork work =
        RecurringWork.forgetting(
            Schedule.TOKEN_RETENTION,
            Batches.OF_ROWS,
            _ -> {
              throw new IllegalStateException("a defect, told for the test");
            });
    assertThatIllegalStateException().isThrownBy(work.work()::run);
  }
}
