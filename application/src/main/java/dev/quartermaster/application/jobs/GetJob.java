package dev.quartermaster.application.jobs;

import dev.quartermaster.domain.jobs.Job;
import dev.quartermaster.domain.jobs.JobId;
import dev.quartermaster.domain.shared.Actor;

/** Reads one job. */
public interface GetJob {

  /**
   * Reads a job that the actor asked for, or with {@code jobs:write} any.
   *
   * @throws dev.quartermaster.domain.shared.NotFound when there is none that the actor may see
   */
  Job get(Query query);

  /**
   * @param actor who asks
   * @param jobId which job
   */
  record Query(Actor actor, JobId jobId) {}
}
