package dev.quartermaster.application.jobs;

import dev.quartermaster.domain.jobs.Job;
import dev.quartermaster.domain.jobs.JobField;
import dev.quartermaster.domain.jobs.JobQueue;
import dev.quartermaster.domain.jobs.JobState;
import dev.quartermaster.domain.jobs.JobType;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Slice;
import java.util.Optional;

/** Lists jobs. */
public interface ListJobs {

  /**
   * Lists the actor's own jobs, or with {@code jobs:write} everybody's.
   *
   * @throws dev.quartermaster.domain.shared.Unauthenticated when nobody is signed in
   * @throws dev.quartermaster.domain.shared.Forbidden when a program lacks {@code jobs:write}
   */
  Slice<Job> list(Query query);

  /**
   * @param actor who asks
   * @param type exactly this type; empty for all
   * @param state exactly this state; empty for all
   * @param queue of this queue; empty for all
   * @param page which part of the list
   */
  record Query(
      Actor actor,
      Optional<JobType> type,
      Optional<JobState> state,
      Optional<JobQueue> queue,
      PageRequest<JobField> page) {}
}
