package dev.quartermaster.application.jobs;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.jobs.Job;
import dev.quartermaster.domain.jobs.JobFilter;
import dev.quartermaster.domain.jobs.Jobs;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.Slice;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.domain.shared.UserId;
import java.util.Optional;

@UseCase
final class ListJobsService implements ListJobs {
  private final UnitOfWork unitOfWork;
  private final Jobs jobs;

  ListJobsService(UnitOfWork unitOfWork, Jobs jobs) {
    this.unitOfWork = unitOfWork;
    this.jobs = jobs;
  }

  @Override
  public Slice<Job> list(Query query) {
    UserId self = query.actor().requirePrincipal(Permission.JOBS_WRITE);
    boolean seesAll = query.actor().may(Permission.JOBS_WRITE);
    JobFilter filter =
        new JobFilter(
            seesAll ? Optional.empty() : Optional.of(self),
            query.type(),
            query.state(),
            query.queue());
    return unitOfWork.inTransaction(() -> jobs.list(filter, query.page()));
  }
}
