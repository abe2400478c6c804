package dev.quartermaster.application.jobs;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.jobs.Job;
import dev.quartermaster.domain.jobs.Jobs;
import dev.quartermaster.domain.shared.AuditEntry;
import dev.quartermaster.domain.shared.AuditTrail;
import dev.quartermaster.domain.shared.Change;
import dev.quartermaster.domain.shared.NotFound;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;

@UseCase
final class RetryJobService implements RetryJob {
  private final UnitOfWork unitOfWork;
  private final Jobs jobs;
  private final AuditTrail auditTrail;
  private final InstantSource clock;

  RetryJobService(UnitOfWork unitOfWork, Jobs jobs, AuditTrail auditTrail, InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.jobs = jobs;
    this.auditTrail = auditTrail;
    this.clock = clock;
  }

  @Override
  public Job retry(Command command) {
    command.actor().require(Permission.JOBS_WRITE);
    return unitOfWork.inTransaction(
        () -> {
          Job job =
              jobs.findForUpdate(command.jobId())
                  .orElseThrow(() -> new NotFound("job", command.jobId()));
          Instant now = clock.instant();
          Job retried = job.retried(now);
          UniqueJobs.check(jobs, retried);
          jobs.requeue(retried);
          auditTrail.append(
              AuditEntry.of(command.actor(), "job.retried", "job", job.id(), now)
                  .changing(Change.between(job.auditable(), retried.auditable())));
          return retried;
        });
  }
}
