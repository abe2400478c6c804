package dev.quartermaster.domain.jobs;

import dev.quartermaster.domain.shared.Actor;

/** Does what jobs are for. Each call takes part in the current transaction. */
public interface JobWork {

  /**
   * Claims the input that was received under the job's id.
   *
   * @return how many lines it has
   * @throws dev.quartermaster.domain.shared.NotFound when there is none, or a job has it
   */
  long begin(JobType type, JobId id, Actor actor);

  /** Does the next part of the work. */
  JobStep next(JobType type, JobId id, Actor actor);

  /** Drops what is left of the input, which nobody will ask for any more. */
  void discard(JobType type, JobId id, Actor actor);
}
