package dev.quartermaster.application.jobs;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.jobs.Jobs;
import dev.quartermaster.domain.jobs.Schedules;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;

@UseCase
final class MeasureJobsService implements MeasureJobs {
  private final UnitOfWork unitOfWork;
  private final Jobs jobs;
  private final Schedules schedules;
  private final InstantSource clock;

  MeasureJobsService(UnitOfWork unitOfWork, Jobs jobs, Schedules schedules, InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.jobs = jobs;
    this.schedules = schedules;
    this.clock = clock;
  }

  @Override
  public Result measure() {
    Instant now = clock.instant();
    return unitOfWork.inTransaction(() -> new Result(now, jobs.loads(now), schedules.list()));
  }
}
