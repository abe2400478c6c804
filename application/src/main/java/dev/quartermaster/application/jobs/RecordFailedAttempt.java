package dev.quartermaster.application.jobs;

import dev.quartermaster.domain.jobs.Job;
import dev.quartermaster.domain.jobs.JobId;
import java.util.Optional;

/** Takes note that an attempt at a job failed. */
public interface RecordFailedAttempt {

  /**
   * Puts the job off, or after too many failures in a row ends it as failed. What it has done
   * stays.
   *
   * @return the job since, to be tried again at its time unless it is over; empty when it was over
   *     before
   */
  Optional<Job> record(Command command);

  /**
   * @param jobId which job
   * @param reason why it fails, for whoever asked for the job
   */
  record Command(JobId jobId, String reason) {}
}
