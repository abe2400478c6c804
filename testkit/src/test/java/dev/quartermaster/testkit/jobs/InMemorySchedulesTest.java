package dev.quartermaster.testkit.jobs;

import dev.quartermaster.domain.jobs.ScheduleState;
import dev.quartermaster.domain.jobs.Schedules;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;

class InMemorySchedulesTest extends SchedulesContract {
  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final InMemorySchedules port = new InMemorySchedules(unitOfWork);

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected Schedules schedules() {
    return port;
  }

  @Override
  protected void note(ScheduleState state) {
    port.put(state);
  }
}
