package dev.quartermaster.application.webhooks;

import dev.quartermaster.domain.shared.NotFound;
import dev.quartermaster.domain.webhooks.Delivery;
import dev.quartermaster.domain.webhooks.DeliveryId;
import dev.quartermaster.domain.webhooks.WebhookId;
import java.util.Optional;

/** The deliveries of one webhook. */
final class WebhookDeliveries {
  private WebhookDeliveries() {}

  /**
   * The delivery.
   *
   * @throws NotFound when there is none, or it is of another webhook
   */
  static Delivery of(WebhookId webhook, Optional<Delivery> delivery, DeliveryId id) {
    return delivery
        .filter(found -> found.webhookId().equals(webhook))
        .orElseThrow(() -> new NotFound("delivery", id));
  }
}
