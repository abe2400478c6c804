package dev.quartermaster.jobs.ordering;

import dev.quartermaster.application.ordering.DeferExpiry;
import dev.quartermaster.application.ordering.ExpireDeferredOrder;
import dev.quartermaster.application.ordering.ExpireOrders;
import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.Unavailable;
import dev.quartermaster.jobs.shared.Batches;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * On every node: ends what is overdue, batch by batch. When a batch fails, its orders are put off
 * and tried one by one, so that the one that cannot be ended holds up no others.
 */
@Singleton
final class OrderExpiry {
  private static final Logger LOG = Logger.getLogger(OrderExpiry.class);
  private static final Actor.SystemProcess ACTOR = new Actor.SystemProcess("order-expiry");
  private static final Batches BATCHES = new Batches(100, 100);

  private final ExpireOrders expireOrders;
  private final DeferExpiry deferExpiry;
  private final ExpireDeferredOrder expireDeferredOrder;

  OrderExpiry(
      ExpireOrders expireOrders, DeferExpiry deferExpiry, ExpireDeferredOrder expireDeferredOrder) {
    this.expireOrders = expireOrders;
    this.deferExpiry = deferExpiry;
    this.expireDeferredOrder = expireDeferredOrder;
  }

  @Scheduled(every = "5s", delayed = "5s", concurrentExecution = ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void run() {
    int handled = BATCHES.run(LOG, this::expire);
    if (handled > 0) {
      LOG.infof("orders that were not paid in time: %d", handled);
    }
  }

  private int expire(int limit) {
    try {
      return expireOrders.expire(new ExpireOrders.Command(ACTOR, limit)).expired();
    } catch (Unavailable away) {
      throw away;
    } catch (RuntimeException fault) {
      LOG.warnf("a batch of overdue orders failed, and is tried one by one: %s", fault);
      return expireOneByOne(limit);
    }
  }

  private int expireOneByOne(int limit) {
    List<OrderId> deferred = deferExpiry.defer(new DeferExpiry.Command(limit));
    deferred.forEach(this::expire);
    return deferred.size();
  }

  private void expire(OrderId order) {
    try {
      expireDeferredOrder.expire(new ExpireDeferredOrder.Command(ACTOR, order));
    } catch (RuntimeException fault) {
      // It is tried again after its pause; the others go on.
      LOG.errorf(fault, "order %s could not be ended", order);
    }
  }
}
