package dev.quartermaster.application.jobs;

import dev.quartermaster.domain.jobs.ScheduleState;
import dev.quartermaster.domain.shared.Actor;
import java.util.List;

/** Lists what recurs by itself. */
public interface ListSchedules {

  /**
   * Lists all schedules, by their names, and how their last run went.
   *
   * @throws dev.quartermaster.domain.shared.Unauthenticated when nobody is signed in
   * @throws dev.quartermaster.domain.shared.Forbidden without {@code jobs:write}
   */
  List<ScheduleState> list(Query query);

  /**
   * @param actor who asks
   */
  record Query(Actor actor) {}
}
