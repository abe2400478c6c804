package dev.quartermaster.application.jobs;

import dev.quartermaster.domain.jobs.Job;
import dev.quartermaster.domain.jobs.JobId;
import java.util.Optional;

/** Brings a job one step further. */
public interface WorkOnJob {

  /**
   * Does the next step. Its effect and the job's progress commit together, so that a step is done
   * once, whichever nodes work on the job and wherever they die.
   *
   * @return the job after the step, with something left to do unless it is over; empty when it was
   *     over before
   */
  Optional<Job> step(Command command);

  /**
   * @param jobId which job
   */
  record Command(JobId jobId) {}
}
