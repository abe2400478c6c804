package dev.quartermaster.application.jobs;

import dev.quartermaster.domain.jobs.Job;
import dev.quartermaster.domain.jobs.JobId;
import dev.quartermaster.domain.shared.Actor;

/** Has a job go on that stopped before it was done. */
public interface RetryJob {

  /**
   * Queues a job again that failed or was cancelled. It goes on where it stopped, in the name of
   * whoever asked for it first.
   *
   * @throws dev.quartermaster.domain.shared.Forbidden without {@code jobs:write}
   * @throws dev.quartermaster.domain.shared.NotFound when there is none
   * @throws dev.quartermaster.domain.jobs.JobNotRetryable when it did not stop
   * @throws dev.quartermaster.domain.jobs.JobNotUnique when another has its unique key by now
   */
  Job retry(Command command);

  /**
   * @param actor who asks
   * @param jobId which job
   */
  record Command(Actor actor, JobId jobId) {}
}
