package dev.quartermaster.application.jobs;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.jobs.Job;
import dev.quartermaster.domain.jobs.Jobs;
import dev.quartermaster.domain.shared.AuditEntry;
import dev.quartermaster.domain.shared.AuditTrail;
import dev.quartermaster.domain.shared.Change;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;

@UseCase
final class CancelJobService implements CancelJob {
  private final UnitOfWork unitOfWork;
  private final Jobs jobs;
  private final AuditTrail auditTrail;
  private final InstantSource clock;

  CancelJobService(UnitOfWork unitOfWork, Jobs jobs, AuditTrail auditTrail, InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.jobs = jobs;
    this.auditTrail = auditTrail;
    this.clock = clock;
  }

  @Override
  public Job cancel(Command command) {
    return unitOfWork.inTransaction(
        () -> {
          Job job =
              JobAccess.visible(
                  jobs.findForUpdate(command.jobId()), command.jobId(), command.actor());
          Instant now = clock.instant();
          Job cancelled = job.cancelled(now);
          jobs.update(cancelled);
          auditTrail.append(
              AuditEntry.of(command.actor(), "job.cancelled", "job", job.id(), now)
                  .changing(Change.between(job.auditable(), cancelled.auditable())));
          return cancelled;
        });
  }
}
