package dev.quartermaster.application.jobs;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.jobs.Jobs;
import dev.quartermaster.domain.jobs.RejectedLine;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.util.List;

@UseCase
final class ListRejectedLinesService implements ListRejectedLines {
  private final UnitOfWork unitOfWork;
  private final Jobs jobs;

  ListRejectedLinesService(UnitOfWork unitOfWork, Jobs jobs) {
    this.unitOfWork = unitOfWork;
    this.jobs = jobs;
  }

  @Override
  public List<RejectedLine> list(Query query) {
    return unitOfWork.inTransaction(
        () ->
            jobs.rejectedLines(
                JobAccess.visible(jobs.find(query.jobId()), query.jobId(), query.actor()).id()));
  }
}
