package dev.quartermaster.messaging.webhooks;

import dev.quartermaster.application.webhooks.ContinueReplay;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;

/**
 * On every node: queues again what was asked for, a few steps a second, so that others have time.
 */
@Singleton
final class WebhookReplays {
  private static final ContinueReplay.Command STEP = new ContinueReplay.Command(200);
  private static final int STEPS = 10;

  private final ContinueReplay continueReplay;
  private final WebhookDelivery delivery;

  WebhookReplays(ContinueReplay continueReplay, WebhookDelivery delivery) {
    this.continueReplay = continueReplay;
    this.delivery = delivery;
  }

  @Scheduled(every = "1s", delayed = "1s", concurrentExecution = ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void run() {
    for (int step = 0; step < STEPS; step++) {
      if (continueReplay.step(STEP).examined() == 0) {
        break;
      }
      delivery.wake();
    }
  }
}
