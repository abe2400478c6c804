package dev.quartermaster.jobs.notifications;

import dev.quartermaster.application.notifications.DeliverMails;
import dev.quartermaster.jobs.shared.Batches;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** On every node: whichever comes first takes what is due. */
@Singleton
final class MailDelivery {
  private static final Logger LOG = Logger.getLogger(MailDelivery.class);
  private static final Batches BATCHES = new Batches(DeliverMails.MAX_BATCH, 50);

  private final DeliverMails deliverMails;

  MailDelivery(DeliverMails deliverMails) {
    this.deliverMails = deliverMails;
  }

  @Scheduled(every = "1s", delayed = "1s", concurrentExecution = ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void run() {
    int taken = BATCHES.run(LOG, this::deliver);
    LOG.debugf("took %d mails", taken);
  }

  private int deliver(int limit) {
    DeliverMails.Result result = deliverMails.deliver(new DeliverMails.Command(limit));
    for (DeliverMails.Failure failure : result.failures()) {
      LOG.warnf(
          "mail %s (%s) is not out after attempt %d and %s: %s",
          failure.id(),
          failure.template().code(),
          failure.attempts(),
          failure.givenUp() ? "was given up and is parked" : "will be tried again",
          failure.reason());
    }
    return result.taken();
  }
}
