package dev.quartermaster.application.jobs;

import dev.quartermaster.domain.jobs.JobId;

/** Brings a job one step further. */
public interface WorkOnJob {

  /**
   * Does the next step. Its effect and the job's progress commit together, so that a step is done
   * once, whichever nodes work on the job and wherever they die.
   *
   * @return whether anything is left to do
   */
  boolean step(Command command);

  /**
   * @param jobId which job
   */
  record Command(JobId jobId) {}
}
