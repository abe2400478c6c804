package dev.quartermaster.jobs.events;

import dev.quartermaster.application.events.MeasureEventLog;
import dev.quartermaster.domain.events.EventLogState;
import dev.quartermaster.domain.shared.Unavailable;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Looks now and then how far publishing and handling are, which the metrics then show. */
@Singleton
final class EventLogWatch {
  private static final Logger LOG = Logger.getLogger(EventLogWatch.class);

  private final MeasureEventLog measureEventLog;

  EventLogWatch(MeasureEventLog measureEventLog) {
    this.measureEventLog = measureEventLog;
  }

  @Scheduled(every = "10s", delayed = "10s", concurrentExecution = ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void run() {
    try {
      EventLogState state = measureEventLog.measure();
      LOG.debugf("%d events wait to be published behind %d", state.waiting(), state.head());
    } catch (Unavailable away) {
      LOG.warnf("the log of events was not measured: %s", away.detail());
    }
  }
}
