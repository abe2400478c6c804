package dev.quartermaster.jobs.ordering;

import dev.quartermaster.application.ordering.ExpireOrders;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.jobs.shared.Batches;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

@Singleton
final class OrderExpiry {
  private static final Logger LOG = Logger.getLogger(OrderExpiry.class);
  private static final Actor.SystemProcess ACTOR = new Actor.SystemProcess("order-expiry");
  private static final Batches BATCHES = new Batches(100, 100);

  private final ExpireOrders expireOrders;

  OrderExpiry(ExpireOrders expireOrders) {
    this.expireOrders = expireOrders;
  }

  @Scheduled(every = "5s", delayed = "5s", concurrentExecution = ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void run() {
    int expired =
        BATCHES.run(
            LOG, limit -> expireOrders.expire(new ExpireOrders.Command(ACTOR, limit)).expired());
    if (expired > 0) {
      LOG.infof("orders that were not paid in time and ended: %d", expired);
    }
  }
}
