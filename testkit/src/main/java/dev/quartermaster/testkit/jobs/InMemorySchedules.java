package dev.quartermaster.testkit.jobs;

import dev.quartermaster.domain.jobs.ScheduleState;
import dev.quartermaster.domain.jobs.Schedules;
import dev.quartermaster.domain.shared.Schedule;
import dev.quartermaster.testkit.shared.InMemoryTable;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;
import java.util.Comparator;
import java.util.List;

/** Schedules in memory, which nobody runs. */
public final class InMemorySchedules implements Schedules {
  private final InMemoryTable<Schedule, ScheduleState> schedules;

  /** No schedule was taken up. */
  public InMemorySchedules(InMemoryUnitOfWork unitOfWork) {
    this.schedules = new InMemoryTable<>(unitOfWork);
  }

  /** Takes note of how a schedule goes. */
  public void put(ScheduleState state) {
    schedules.put(state.schedule(), state);
  }

  @Override
  public List<ScheduleState> list() {
    return schedules.rows().stream()
        .sorted(Comparator.comparing(state -> state.schedule().code()))
        .toList();
  }
}
