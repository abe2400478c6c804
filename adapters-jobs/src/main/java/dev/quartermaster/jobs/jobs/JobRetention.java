package dev.quartermaster.jobs.jobs;

import dev.quartermaster.application.jobs.ForgetFinishedJobs;
import dev.quartermaster.domain.shared.Schedule;
import dev.quartermaster.jobs.shared.Batches;
import dev.quartermaster.jobs.shared.RecurringWork;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Forgets jobs that were over long ago. */
final class JobRetention {
  private JobRetention() {}

  @Produces
  @Singleton
  static RecurringWork finishedJobs(ForgetFinishedJobs jobs) {
    return RecurringWork.forgetting(
        Schedule.JOB_RETENTION,
        new Batches(10, 1_000),
        limit -> jobs.forget(new ForgetFinishedJobs.Command(limit)).forgotten());
  }
}
