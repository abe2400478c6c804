package dev.quartermaster.application.jobs;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.jobs.Job;
import dev.quartermaster.domain.jobs.Jobs;
import dev.quartermaster.domain.shared.UnitOfWork;

@UseCase
final class GetJobService implements GetJob {
  private final UnitOfWork unitOfWork;
  private final Jobs jobs;

  GetJobService(UnitOfWork unitOfWork, Jobs jobs) {
    this.unitOfWork = unitOfWork;
    this.jobs = jobs;
  }

  @Override
  public Job get(Query query) {
    return unitOfWork.inTransaction(
        () -> JobAccess.visible(jobs.find(query.jobId()), query.jobId(), query.actor()));
  }
}
