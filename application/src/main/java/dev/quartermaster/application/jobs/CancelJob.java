package dev.quartermaster.application.jobs;

import dev.quartermaster.domain.jobs.Job;
import dev.quartermaster.domain.jobs.JobId;
import dev.quartermaster.domain.shared.Actor;

/** Ends a job before it is done. */
public interface CancelJob {

  /**
   * Ends a job that the actor asked for, or with {@code jobs:write} any. What it has done stays.
   *
   * @throws dev.quartermaster.domain.shared.NotFound when there is none that the actor may see
   * @throws dev.quartermaster.domain.jobs.JobNotCancellable when it is over
   */
  Job cancel(Command command);

  /**
   * @param actor who asks
   * @param jobId which job
   */
  record Command(Actor actor, JobId jobId) {}
}
