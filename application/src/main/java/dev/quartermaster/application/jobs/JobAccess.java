package dev.quartermaster.application.jobs;

import dev.quartermaster.domain.jobs.Job;
import dev.quartermaster.domain.jobs.JobId;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.NotFound;
import dev.quartermaster.domain.shared.Permission;
import java.util.Optional;

/** Who may see and end whose job: whoever asked for it, and the holders of {@code jobs:write}. */
final class JobAccess {
  private JobAccess() {}

  /**
   * The job, if the actor may know of it.
   *
   * @throws dev.quartermaster.domain.shared.Forbidden when a program lacks {@code jobs:write} and
   *     did not ask for the job itself
   * @throws NotFound when a person may not know of it, so that nobody learns which jobs there are
   */
  static Job visible(Optional<Job> job, JobId id, Actor actor) {
    Optional<Job> own = job.filter(found -> found.isOf(actor));
    if (own.isPresent()) {
      return own.get();
    }
    actor.requirePrincipal(Permission.JOBS_WRITE);
    return job.filter(_ -> actor.may(Permission.JOBS_WRITE))
        .orElseThrow(() -> new NotFound("job", id));
  }
}
