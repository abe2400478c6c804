package dev.quartermaster.jobs.events;

import dev.quartermaster.application.events.ForgetEvents;
import dev.quartermaster.jobs.shared.Batches;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

@Singleton
final class EventRetention {
  private static final Logger LOG = Logger.getLogger(EventRetention.class);
  private static final Batches BATCHES = new Batches(1000, 100);

  private final ForgetEvents forgetEvents;

  EventRetention(ForgetEvents forgetEvents) {
    this.forgetEvents = forgetEvents;
  }

  @Scheduled(every = "10m", delayed = "4m", concurrentExecution = ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void run() {
    int forgotten = BATCHES.run(LOG, limit -> forgetEvents.forget(new ForgetEvents.Command(limit)));
    LOG.debugf("forgot %d old events", forgotten);
  }
}
