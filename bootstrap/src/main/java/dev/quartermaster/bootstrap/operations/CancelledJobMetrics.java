package dev.quartermaster.bootstrap.operations;

import dev.quartermaster.application.jobs.CancelJob;
import dev.quartermaster.domain.jobs.Job;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import jakarta.interceptor.Interceptor;

/** Counts the jobs that end so. */
@Decorator
@Priority(Interceptor.Priority.APPLICATION)
class CancelledJobMetrics implements CancelJob {
  private final CancelJob cancelJob;
  private final EndedJobs endedJobs;

  CancelledJobMetrics(@Delegate @Any CancelJob cancelJob, EndedJobs endedJobs) {
    this.cancelJob = cancelJob;
    this.endedJobs = endedJobs;
  }

  @Override
  public Job cancel(Command command) {
    Job job = cancelJob.cancel(command);
    endedJobs.count(job);
    return job;
  }
}
