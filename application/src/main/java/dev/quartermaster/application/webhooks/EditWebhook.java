package dev.quartermaster.application.webhooks;

import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.ExpectedVersion;
import dev.quartermaster.domain.webhooks.Webhook;
import dev.quartermaster.domain.webhooks.WebhookChanges;
import dev.quartermaster.domain.webhooks.WebhookId;

/** Changes where events go, which of them, and whether any do. */
public interface EditWebhook {

  /**
   * Changes the webhook. What is queued already goes to the new address as well, or waits until the
   * webhook is enabled again.
   *
   * @throws dev.quartermaster.domain.shared.Forbidden without {@code webhooks:write}
   * @throws dev.quartermaster.domain.shared.InvalidInput naming the fields that break a rule
   * @throws dev.quartermaster.domain.shared.NotFound when there is none
   * @throws dev.quartermaster.domain.shared.StaleVersion when the webhook has changed since
   */
  Webhook edit(Command command);

  /**
   * @param actor who asks
   * @param webhookId which webhook
   * @param expected the version that the actor has read
   * @param changes what shall be different
   */
  record Command(
      Actor actor, WebhookId webhookId, ExpectedVersion expected, WebhookChanges changes) {}
}
