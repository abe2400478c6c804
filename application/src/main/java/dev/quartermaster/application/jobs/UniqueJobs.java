package dev.quartermaster.application.jobs;

import dev.quartermaster.domain.jobs.Job;
import dev.quartermaster.domain.jobs.JobNotUnique;
import dev.quartermaster.domain.jobs.Jobs;

/** Of the jobs of a type that have the same key, one at a time is queued or running. */
final class UniqueJobs {
  private UniqueJobs() {}

  /**
   * Checks that the job may be queued.
   *
   * @throws JobNotUnique when another one with its key is not finished
   */
  static void check(Jobs jobs, Job job) {
    job.uniqueKey()
        .flatMap(key -> jobs.findUnfinished(job.type(), key))
        .ifPresent(
            unfinished -> {
              throw new JobNotUnique(unfinished);
            });
  }
}
