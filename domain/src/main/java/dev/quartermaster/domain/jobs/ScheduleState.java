package dev.quartermaster.domain.jobs;

import dev.quartermaster.domain.shared.Schedule;
import java.time.Instant;
import java.util.Optional;

/**
 * How a schedule goes.
 *
 * @param schedule which one
 * @param running whether a node is at it now
 * @param lastSuccess when a run ended well; empty before the first
 * @param lastFailure when a run failed; empty before the first
 * @param failures how many runs failed since one ended well
 * @param next when it runs next, or when it began if it is running
 */
public record ScheduleState(
    Schedule schedule,
    boolean running,
    Optional<Instant> lastSuccess,
    Optional<Instant> lastFailure,
    int failures,
    Instant next) {

  /** When a run ended last, however. */
  public Optional<Instant> lastRun() {
    return isFailing() ? lastFailure : lastSuccess;
  }

  /** Whether the last run failed. */
  public boolean isFailing() {
    return failures > 0;
  }
}
