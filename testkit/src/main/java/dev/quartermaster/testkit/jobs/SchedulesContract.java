package dev.quartermaster.testkit.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.jobs.ScheduleState;
import dev.quartermaster.domain.jobs.Schedules;
import dev.quartermaster.domain.shared.Schedule;
import dev.quartermaster.testkit.shared.PortContract;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What {@link Schedules} promise. */
public abstract class SchedulesContract extends PortContract {

  /** The port under test. */
  protected abstract Schedules schedules();

  /** Notes how a schedule goes, as the nodes' schedulers do, in the current transaction. */
  protected abstract void note(ScheduleState state);

  @Test
  void tellsByTheirNamesHowSchedulesGo() {
    ScheduleState failing =
        new ScheduleState(
            Schedule.TOKEN_RETENTION,
            false,
            Optional.of(NOW),
            Optional.of(NOW.plusSeconds(600)),
            3,
            NOW.plusSeconds(1200));
    ScheduleState running =
        new ScheduleState(
            Schedule.AUDIT_VERIFICATION, true, Optional.of(NOW), Optional.empty(), 0, NOW);
    ScheduleState fresh =
        new ScheduleState(
            Schedule.JOB_RETENTION, false, Optional.empty(), Optional.empty(), 0, NOW);
    rollBackAfter(
        List.of(failing, running, fresh),
        () -> assertThat(schedules().list()).containsExactly(running, fresh, failing));
  }

  private void rollBackAfter(List<ScheduleState> states, Runnable check) {
    rollBack(
        () -> {
          states.forEach(this::note);
          check.run();
        });
  }
}
