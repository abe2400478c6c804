package dev.quartermaster.jobs.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import java.time.Duration;

/**
 * What all schedulers of a node have in common. While one works on something it renews its
 * heartbeat; when that fails to come four times, another node takes the work over.
 */
final class NodeScheduler {
  private static final Duration POLLING_INTERVAL = Duration.ofSeconds(1);
  private static final Duration HEARTBEAT_INTERVAL = Duration.ofSeconds(5);
  private static final int MISSED_HEARTBEATS = 4;
  private static final Duration TIME_TO_STOP = Duration.ofSeconds(10);

  /** What this node does not know another version does; the library would delete it one day. */
  private static final Duration NEVER = Duration.ofDays(36_500);

  private NodeScheduler() {}

  static Scheduler of(SchedulerBuilder scheduler) {
    return scheduler
        .jdbcCustomization(new PostgreSqlJdbcCustomization(false, true))
        .pollUsingLockAndFetch(0.5, 1)
        .pollingInterval(POLLING_INTERVAL)
        .heartbeatInterval(HEARTBEAT_INTERVAL)
        .missedHeartbeatsLimit(MISSED_HEARTBEATS)
        .deleteUnresolvedAfter(NEVER)
        .shutdownMaxWait(TIME_TO_STOP)
        .build();
  }
}
