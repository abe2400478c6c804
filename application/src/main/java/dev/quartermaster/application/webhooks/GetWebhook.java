package dev.quartermaster.application.webhooks;

import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.webhooks.Webhook;
import dev.quartermaster.domain.webhooks.WebhookId;

/** Reads what is known of one webhook; never its secret. */
public interface GetWebhook {

  /**
   * Reads the webhook.
   *
   * @throws dev.quartermaster.domain.shared.Forbidden without {@code webhooks:write}
   * @throws dev.quartermaster.domain.shared.NotFound when there is none
   */
  Webhook get(Query query);

  /**
   * @param actor who asks
   * @param webhookId which webhook
   */
  record Query(Actor actor, WebhookId webhookId) {}
}
