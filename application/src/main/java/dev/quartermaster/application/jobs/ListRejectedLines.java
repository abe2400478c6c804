package dev.quartermaster.application.jobs;

import dev.quartermaster.domain.jobs.JobId;
import dev.quartermaster.domain.jobs.RejectedLine;
import dev.quartermaster.domain.shared.Actor;
import java.util.List;

/** Lists what a job left out. */
public interface ListRejectedLines {

  /**
   * The rejected lines of a job that the actor asked for, or with {@code jobs:write} of any, by
   * their numbers; at most {@value dev.quartermaster.domain.jobs.Job#MAX_REJECTED_LINES}.
   *
   * @throws dev.quartermaster.domain.shared.NotFound when there is no job that the actor may see
   */
  List<RejectedLine> list(Query query);

  /**
   * @param actor who asks
   * @param jobId which job
   */
  record Query(Actor actor, JobId jobId) {}
}
