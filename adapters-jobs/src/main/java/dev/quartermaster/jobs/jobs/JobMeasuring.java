package dev.quartermaster.jobs.jobs;

import dev.quartermaster.application.jobs.MeasureJobs;
import dev.quartermaster.domain.shared.Unavailable;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** On every node: learns what waits, for its metrics. */
@Singleton
final class JobMeasuring {
  private static final Logger LOG = Logger.getLogger(JobMeasuring.class);

  private final MeasureJobs measureJobs;

  JobMeasuring(MeasureJobs measureJobs) {
    this.measureJobs = measureJobs;
  }

  @Scheduled(every = "10s", concurrentExecution = ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void run() {
    try {
      LOG.debugf("measured: %s", measureJobs.measure().queues());
    } catch (Unavailable away) {
      LOG.warnf("put off until the next run: %s", away.detail());
    }
  }
}
