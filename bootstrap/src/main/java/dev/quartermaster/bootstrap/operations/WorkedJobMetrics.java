package dev.quartermaster.bootstrap.operations;

import dev.quartermaster.application.jobs.WorkOnJob;
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
class WorkedJobMetrics implements WorkOnJob {
  private final WorkOnJob workOnJob;
  private final EndedJobs endedJobs;

  WorkedJobMetrics(@Delegate @Any WorkOnJob workOnJob, EndedJobs endedJobs) {
    this.workOnJob = workOnJob;
    this.endedJobs = endedJobs;
  }

  @Override
  public Optional<Job> step(Command command) {
    Optional<Job> job = workOnJob.step(command);
    job.ifPresent(endedJobs::count);
    return job;
  }
}
