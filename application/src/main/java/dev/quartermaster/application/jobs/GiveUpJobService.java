package dev.quartermaster.application.jobs;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.jobs.Job;
import dev.quartermaster.domain.jobs.JobWork;
import dev.quartermaster.domain.jobs.Jobs;
import dev.quartermaster.domain.shared.AuditEntry;
import dev.quartermaster.domain.shared.AuditTrail;
import dev.quartermaster.domain.shared.Change;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;

@UseCase
final class GiveUpJobService implements GiveUpJob {
  private final UnitOfWork unitOfWork;
  private final Jobs jobs;
  private final JobWork work;
  private final AuditTrail auditTrail;
  private final InstantSource clock;

  GiveUpJobService(
      UnitOfWork unitOfWork, Jobs jobs, JobWork work, AuditTrail auditTrail, InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.jobs = jobs;
    this.work = work;
    this.auditTrail = auditTrail;
    this.clock = clock;
  }

  @Override
  public void giveUp(Command command) {
    unitOfWork.inTransaction(
        () ->
            jobs.findForUpdate(command.jobId())
                .filter(job -> !job.state().isOver())
                .ifPresent(job -> giveUp(job, command.reason())));
  }

  private void giveUp(Job job, String reason) {
    Instant now = clock.instant();
    Job failed = job.failed(reason, now);
    jobs.update(failed);
    work.discard(job.type(), job.id(), job.actor());
    auditTrail.append(
        AuditEntry.of(job.actor(), "job.failed", "job", job.id(), now)
            .changing(Change.between(job.auditable(), failed.auditable())));
  }
}
