package dev.quartermaster.messaging.webhooks;

import dev.quartermaster.application.webhooks.ForgetDeliveries;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

@Singleton
final class DeliveryRetention {
  private static final Logger LOG = Logger.getLogger(DeliveryRetention.class);
  private static final int BATCH = 1_000;
  private static final int BATCHES = 100;

  private final ForgetDeliveries forgetDeliveries;

  DeliveryRetention(ForgetDeliveries forgetDeliveries) {
    this.forgetDeliveries = forgetDeliveries;
  }

  @Scheduled(every = "1m", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void run() {
    int forgotten = 0;
    for (int batch = 0; batch < BATCHES; batch++) {
      int part = forgetDeliveries.forget(new ForgetDeliveries.Command(BATCH)).forgotten();
      forgotten += part;
      if (part < BATCH) {
        break;
      }
    }
    LOG.debugf("forgot %d webhook deliveries", forgotten);
  }
}
