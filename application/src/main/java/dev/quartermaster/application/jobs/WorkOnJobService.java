package dev.quartermaster.application.jobs;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.jobs.Job;
import dev.quartermaster.domain.jobs.JobStep;
import dev.quartermaster.domain.jobs.JobWork;
import dev.quartermaster.domain.jobs.Jobs;
import dev.quartermaster.domain.shared.AuditEntry;
import dev.quartermaster.domain.shared.AuditTrail;
import dev.quartermaster.domain.shared.Change;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

@UseCase
final class WorkOnJobService implements WorkOnJob {
  private final UnitOfWork unitOfWork;
  private final Jobs jobs;
  private final JobWork work;
  private final AuditTrail auditTrail;
  private final InstantSource clock;

  WorkOnJobService(
      UnitOfWork unitOfWork, Jobs jobs, JobWork work, AuditTrail auditTrail, InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.jobs = jobs;
    this.work = work;
    this.auditTrail = auditTrail;
    this.clock = clock;
  }

  @Override
  public Optional<Job> step(Command command) {
    return unitOfWork.inTransaction(
        () ->
            jobs.findForUpdate(command.jobId())
                .filter(found -> !found.state().isOver())
                .map(this::afterStep));
  }

  private Job afterStep(Job job) {
    JobStep step = work.next(job.type(), job.id(), job.actor());
    Instant now = clock.instant();
    Job after = job.after(step, now);
    jobs.reject(job.id(), step.rejected());
    jobs.update(after);
    if (after.state().isOver()) {
      auditTrail.append(
          AuditEntry.of(job.actor(), "job.succeeded", "job", job.id(), now)
              .changing(Change.between(job.auditable(), after.auditable())));
    }
    return after;
  }
}
