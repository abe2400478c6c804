package dev.quartermaster.application.jobs;

import dev.quartermaster.domain.jobs.Job;
import dev.quartermaster.domain.jobs.JobId;
import dev.quartermaster.domain.jobs.JobTerms;
import dev.quartermaster.domain.jobs.JobType;
import dev.quartermaster.domain.shared.Actor;

/** Has work done in the background. */
public interface StartJob {

  /**
   * Queues a job for the input that was received under its id.
   *
   * @throws dev.quartermaster.domain.shared.Forbidden without the permission that the work needs
   * @throws dev.quartermaster.domain.shared.NotFound when there is no such input
   * @throws dev.quartermaster.domain.jobs.JobNotUnique when another one with its unique key is not
   *     finished
   */
  Job start(Command command);

  /**
   * @param actor who asks
   * @param type what shall be done
   * @param jobId under which id the input was received
   * @param terms when, and beside which others
   */
  record Command(Actor actor, JobType type, JobId jobId, JobTerms terms) {}
}
