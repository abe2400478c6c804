package dev.quartermaster.application.webhooks;

import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.webhooks.SigningSecret;
import dev.quartermaster.domain.webhooks.Webhook;
import dev.quartermaster.domain.webhooks.WebhookId;

/** Replaces the secret by which a webhook's messages are signed. */
public interface RotateWebhookSecret {

  /**
   * Makes another secret. The one before signs as well for {@link
   * dev.quartermaster.domain.webhooks.SigningSecrets#OVERLAP}; one from before that ends at once.
   *
   * @throws dev.quartermaster.domain.shared.Forbidden without {@code webhooks:write}
   * @throws dev.quartermaster.domain.shared.NotFound when there is none
   */
  Result rotate(Command command);

  /**
   * @param actor who asks
   * @param webhookId which webhook
   */
  record Command(Actor actor, WebhookId webhookId) {}

  /**
   * @param webhook the webhook
   * @param secret the new secret; shown now and never again
   */
  record Result(Webhook webhook, SigningSecret secret) {}
}
