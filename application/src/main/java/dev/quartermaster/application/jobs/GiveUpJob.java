package dev.quartermaster.application.jobs;

import dev.quartermaster.domain.jobs.JobId;

/** Ends a job that cannot be done. */
public interface GiveUpJob {

  /** Ends the job as failed, unless it is over. What it has done stays. */
  void giveUp(Command command);

  /**
   * @param jobId which job
   * @param reason why, for whoever asked for the job
   */
  record Command(JobId jobId, String reason) {}
}
