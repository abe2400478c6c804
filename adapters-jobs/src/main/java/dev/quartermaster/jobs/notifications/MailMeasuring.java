package dev.quartermaster.jobs.notifications;

import dev.quartermaster.application.notifications.MeasureMails;
import dev.quartermaster.domain.shared.Unavailable;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** On every node: learns how many mails there are, for its metrics. */
@Singleton
final class MailMeasuring {
  private static final Logger LOG = Logger.getLogger(MailMeasuring.class);

  private final MeasureMails measureMails;

  MailMeasuring(MeasureMails measureMails) {
    this.measureMails = measureMails;
  }

  @Scheduled(every = "10s", concurrentExecution = ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void run() {
    try {
      LOG.debugf("measured: %s", measureMails.measure());
    } catch (Unavailable away) {
      LOG.warnf("put off until the next run: %s", away.detail());
    }
  }
}
