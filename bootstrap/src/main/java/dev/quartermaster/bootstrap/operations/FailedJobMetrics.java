package dev.quartermaster.bootstrap.operations;

import dev.quartermaster.application.jobs.RecordFailedAttempt;
import dev.quartermaster.domain.jobs.Job;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import jakarta.interceptor.Interceptor;
import java.util.Optional;

/** Counts the jobs that end so. */
@Decorator
@Priority(Interceptor.Priority.APPLICATION)
class FailedJobMetrics implements RecordFailedAttempt {
  private final RecordFailedAttempt recordFailedAttempt;
  private final EndedJobs endedJobs;

  FailedJobMetrics(@Delegate @Any RecordFailedAttempt recordFailedAttempt, EndedJobs endedJobs) {
    this.recordFailedAttempt = recordFailedAttempt;
    this.endedJobs = endedJobs;
  }

  @Override
  public Optional<Job> record(Command command) {
    Optional<Job> job = recordFailedAttempt.record(command);
    job.ifPresent(endedJobs::count);
    return job;
  }
}
