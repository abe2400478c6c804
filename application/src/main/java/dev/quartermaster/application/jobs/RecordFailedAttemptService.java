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
import java.util.Optional;

@UseCase
final class RecordFailedAttemptService implements RecordFailedAttempt {
  private final UnitOfWork unitOfWork;
  private final Jobs jobs;
  private final AuditTrail auditTrail;
  private final InstantSource clock;

  RecordFailedAttemptService(
      UnitOfWork unitOfWork, Jobs jobs, AuditTrail auditTrail, InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.jobs = jobs;
    this.auditTrail = auditTrail;
    this.clock = clock;
  }

  @Override
  public Optional<Job> record(Command command) {
    return unitOfWork.inTransaction(
        () ->
            jobs.findForUpdate(command.jobId())
                .filter(job -> !job.state().isOver())
                .map(job -> afterFailure(job, command.reason())));
  }

  private Job afterFailure(Job job, String reason) {
    Instant now = clock.instant();
    Job after = job.afterFailure(reason, now);
    jobs.update(after);
    if (after.state().isOver()) {
      auditTrail.append(
          AuditEntry.of(job.actor(), "job.failed", "job", job.id(), now)
              .changing(Change.between(job.auditable(), after.auditable())));
    }
    return after;
  }
}
