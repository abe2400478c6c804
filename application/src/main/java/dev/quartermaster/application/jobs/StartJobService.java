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
import java.util.Map;

@UseCase
final class StartJobService implements StartJob {
  private final UnitOfWork unitOfWork;
  private final Jobs jobs;
  private final JobWork work;
  private final AuditTrail auditTrail;
  private final InstantSource clock;

  StartJobService(
      UnitOfWork unitOfWork, Jobs jobs, JobWork work, AuditTrail auditTrail, InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.jobs = jobs;
    this.work = work;
    this.auditTrail = auditTrail;
    this.clock = clock;
  }

  @Override
  public Job start(Command command) {
    command.actor().require(command.type().permission());
    return unitOfWork.inTransaction(
        () -> {
          Instant now = clock.instant();
          long total = work.begin(command.type(), command.jobId(), command.actor());
          Job job =
              Job.queued(
                  command.jobId(), command.type(), command.actor(), command.terms(), total, now);
          UniqueJobs.check(jobs, job);
          jobs.add(job);
          auditTrail.append(
              AuditEntry.of(command.actor(), "job.queued", "job", job.id(), now)
                  .changing(Change.between(Map.of(), job.auditable())));
          return job;
        });
  }
}
