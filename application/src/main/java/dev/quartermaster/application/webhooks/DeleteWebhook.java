package dev.quartermaster.application.webhooks;

import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.ExpectedVersion;
import dev.quartermaster.domain.webhooks.WebhookId;

/** Ends a webhook. */
public interface DeleteWebhook {

  /**
   * Deletes the webhook. What was queued for it is never sent.
   *
   * @throws dev.quartermaster.domain.shared.Forbidden without {@code webhooks:write}
   * @throws dev.quartermaster.domain.shared.NotFound when there is none
   * @throws dev.quartermaster.domain.shared.StaleVersion when the webhook has changed since
   */
  void delete(Command command);

  /**
   * @param actor who asks
   * @param webhookId which webhook
   * @param expected the version that the actor has read
   */
  record Command(Actor actor, WebhookId webhookId, ExpectedVersion expected) {}
}
