package dev.quartermaster.application.jobs;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.jobs.ScheduleState;
import dev.quartermaster.domain.jobs.Schedules;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.util.List;

@UseCase
final class ListSchedulesService implements ListSchedules {
  private final UnitOfWork unitOfWork;
  private final Schedules schedules;

  ListSchedulesService(UnitOfWork unitOfWork, Schedules schedules) {
    this.unitOfWork = unitOfWork;
    this.schedules = schedules;
  }

  @Override
  public List<ScheduleState> list(Query query) {
    query.actor().require(Permission.JOBS_WRITE);
    return unitOfWork.inTransaction(schedules::list);
  }
}
