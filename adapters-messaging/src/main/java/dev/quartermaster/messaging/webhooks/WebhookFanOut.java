package dev.quartermaster.messaging.webhooks;

import dev.quartermaster.application.webhooks.QueueDeliveries;
import dev.quartermaster.messaging.shared.Subscriber;
import jakarta.inject.Singleton;

/** Queues each event for the webhooks that want it, and has this node deliver at once. */
@Singleton
final class WebhookFanOut implements Subscriber {
  /** As every event may be wanted by many. */
  private static final int BATCH = 100;

  private final QueueDeliveries queueDeliveries;
  private final WebhookDelivery delivery;

  WebhookFanOut(QueueDeliveries queueDeliveries, WebhookDelivery delivery) {
    this.queueDeliveries = queueDeliveries;
    this.delivery = delivery;
  }

  @Override
  public String name() {
    return QueueDeliveries.SUBSCRIBER;
  }

  @Override
  public int handle(int limit) {
    QueueDeliveries.Result result =
        queueDeliveries.queue(new QueueDeliveries.Command(Math.min(limit, BATCH)));
    if (result.deliveries() > 0) {
      delivery.wake();
    }
    return result.events();
  }
}
