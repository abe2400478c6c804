package dev.quartermaster.application.jobs;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.jobs.Job;
import dev.quartermaster.domain.jobs.JobWork;
import dev.quartermaster.domain.jobs.Jobs;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.InstantSource;
import java.util.List;

@UseCase
final class ForgetFinishedJobsService implements ForgetFinishedJobs {
  private final UnitOfWork unitOfWork;
  private final Jobs jobs;
  private final JobWork work;
  private final InstantSource clock;

  ForgetFinishedJobsService(UnitOfWork unitOfWork, Jobs jobs, JobWork work, InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.jobs = jobs;
    this.work = work;
    this.clock = clock;
  }

  @Override
  public Result forget(Command command) {
    return unitOfWork.inTransaction(
        () -> {
          List<Job> old =
              jobs.lockOverBefore(clock.instant().minus(Job.RETENTION), command.limit());
          old.forEach(job -> work.discard(job.type(), job.id(), job.actor()));
          jobs.remove(old.stream().map(Job::id).toList());
          return new Result(old.size());
        });
  }
}
