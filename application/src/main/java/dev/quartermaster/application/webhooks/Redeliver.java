package dev.quartermaster.application.webhooks;

import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.webhooks.Delivery;
import dev.quartermaster.domain.webhooks.DeliveryId;
import dev.quartermaster.domain.webhooks.WebhookId;

/** Sends a message once more. */
public interface Redeliver {

  /**
   * Queues the same message again, as a delivery of its own behind those that wait.
   *
   * @return the new delivery
   * @throws dev.quartermaster.domain.shared.Forbidden without {@code webhooks:write}
   * @throws dev.quartermaster.domain.shared.NotFound when the webhook has none of that id
   * @throws dev.quartermaster.domain.webhooks.WebhookNotEnabled when nothing is sent to it
   */
  Delivery redeliver(Command command);

  /**
   * @param actor who asks
   * @param webhookId of which webhook
   * @param deliveryId which delivery
   */
  record Command(Actor actor, WebhookId webhookId, DeliveryId deliveryId) {}
}
