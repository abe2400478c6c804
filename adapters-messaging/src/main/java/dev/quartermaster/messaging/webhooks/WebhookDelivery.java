package dev.quartermaster.messaging.webhooks;

import dev.quartermaster.application.webhooks.AttemptDelivery;
import dev.quartermaster.application.webhooks.TakeDueDeliveries;
import dev.quartermaster.domain.webhooks.DeliveryId;
import dev.quartermaster.messaging.shared.WokenLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * On every node: takes what is due and attempts it, each delivery on a virtual thread of its own,
 * so that one that takes long keeps no other waiting. More are taken whenever some are queued, one
 * is over, or a second has passed.
 */
@Singleton
final class WebhookDelivery {
  /** How many deliveries a node attempts at the same time; a receiver has no more than four. */
  static final int AT_ONCE = 256;

  private static final Logger LOG = Logger.getLogger(WebhookDelivery.class);
  private static final int BATCH = 32;
  private static final Duration TIME_TO_STOP = Duration.ofSeconds(15);

  private final TakeDueDeliveries takeDueDeliveries;
  private final AttemptDelivery attemptDelivery;
  private final boolean isEnabled;
  private final Semaphore free = new Semaphore(AT_ONCE);
  private final WokenLoop loop;

  WebhookDelivery(
      TakeDueDeliveries takeDueDeliveries,
      AttemptDelivery attemptDelivery,
      @ConfigProperty(name = "quarkus.scheduler.enabled", defaultValue = "true")
          boolean isEnabled) {
    this.takeDueDeliveries = takeDueDeliveries;
    this.attemptDelivery = attemptDelivery;
    this.isEnabled = isEnabled;
    this.loop = new WokenLoop("webhook-delivery", _ -> takeAndBegin());
  }

  void start(@Observes StartupEvent started) {
    if (isEnabled) {
      loop.start();
    }
  }

  @Scheduled(every = "1s", delayed = "1s")
  void sweep() {
    loop.wake();
  }

  /** Has it look for what is due; does not wait. */
  void wake() {
    loop.wake();
  }

  /** What is being sent comes to its end; the rest waits for other nodes. */
  void stop(@Observes ShutdownEvent stopping) {
    loop.stop();
    try {
      if (!free.tryAcquire(AT_ONCE, TIME_TO_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("webhook deliveries are cut off, and will be attempted again");
      }
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
    }
  }

  private int takeAndBegin() {
    int room = Math.min(BATCH, free.availablePermits());
    if (room == 0 || !free.tryAcquire(room)) {
      return 0;
    }
    List<DeliveryId> taken = List.of();
    try {
      taken = takeDueDeliveries.take(new TakeDueDeliveries.Command(room)).deliveryIds();
    } finally {
      free.release(room - taken.size());
    }
    taken.forEach(this::begin);
    return taken.size();
  }

  private void begin(DeliveryId delivery) {
    Thread.startVirtualThread(
        () -> {
          try {
            attempt(delivery);
          } finally {
            free.release();
            loop.wake();
          }
        });
  }

  private void attempt(DeliveryId delivery) {
    try {
      AttemptDelivery.Result result =
          attemptDelivery.attempt(new AttemptDelivery.Command(delivery));
      result
          .failure()
          .ifPresent(
              failure ->
                  LOG.infof("webhook delivery %s is %s: %s", delivery, result.outcome(), failure));
    } catch (RuntimeException fault) {
      // Its lease ends, and it is attempted again until it is parked; the others go on.
      LOG.errorf(fault, "webhook delivery %s could not be attempted", delivery);
    }
  }
}
