package dev.quartermaster.bootstrap.operations;

import dev.quartermaster.domain.jobs.Job;
import dev.quartermaster.domain.shared.UnitOfWork;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Counts jobs that are over, by queue and how they ended, and how long they took. */
@Singleton
class EndedJobs {
  private final UnitOfWork unitOfWork;
  private final MeterRegistry meters;

  EndedJobs(UnitOfWork unitOfWork, MeterRegistry meters) {
    this.unitOfWork = unitOfWork;
    this.meters = meters;
  }

  /** Counts the job once the transaction has committed, if it is over. */
  void count(Job job) {
    job.finishedAt()
        .map(end -> Duration.between(job.startedAt().orElse(end), end))
        .ifPresent(taken -> unitOfWork.afterCommit(() -> timer(job).record(taken)));
  }

  private Timer timer(Job job) {
    return Timer.builder("quartermaster.jobs.duration")
        .tag("queue", job.type().queue().code())
        .tag("outcome", job.state().code())
        .description("Jobs that are over, from their beginning to their end")
        .register(meters);
  }
}
