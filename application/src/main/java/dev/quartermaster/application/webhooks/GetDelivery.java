package dev.quartermaster.application.webhooks;

import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.webhooks.Delivery;
import dev.quartermaster.domain.webhooks.DeliveryId;
import dev.quartermaster.domain.webhooks.WebhookId;

/** Reads how one delivery went. */
public interface GetDelivery {

  /**
   * Reads the delivery.
   *
   * @throws dev.quartermaster.domain.shared.Forbidden without {@code webhooks:write}
   * @throws dev.quartermaster.domain.shared.NotFound when the webhook has none of that id
   */
  Delivery get(Query query);

  /**
   * @param actor who asks
   * @param webhookId of which webhook
   * @param deliveryId which delivery
   */
  record Query(Actor actor, WebhookId webhookId, DeliveryId deliveryId) {}
}
