package dev.quartermaster.application.jobs;

import dev.quartermaster.domain.jobs.QueueLoad;
import dev.quartermaster.domain.jobs.ScheduleState;
import java.time.Instant;
import java.util.List;

/** Measures what waits and what recurs, for those who watch over the nodes. */
public interface MeasureJobs {

  /** Measures all queues and schedules. */
  Result measure();

  /**
   * @param at when it was measured
   * @param queues what each queue holds
   * @param schedules how each schedule goes
   */
  record Result(Instant at, List<QueueLoad> queues, List<ScheduleState> schedules) {
    public Result {
      queues = List.copyOf(queues);
      schedules = List.copyOf(schedules);
    }
  }
}
