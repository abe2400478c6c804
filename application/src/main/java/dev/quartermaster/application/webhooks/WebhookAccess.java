package dev.quartermaster.application.webhooks;

import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.NotFound;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.webhooks.Webhook;
import dev.quartermaster.domain.webhooks.WebhookId;
import java.util.Optional;

/**
 * Who may see and change whose webhooks: people and programs with {@code webhooks:write}
 * everybody's, and others none. Unlike a key, a webhook is good for nothing once its owner lacks
 * the permission, so there is nothing that such an owner would have to end.
 */
final class WebhookAccess {
  private WebhookAccess() {}

  /**
   * Asserts that the actor may see and change webhooks.
   *
   * @throws dev.quartermaster.domain.shared.Unauthenticated when nobody is signed in
   * @throws dev.quartermaster.domain.shared.Forbidden without {@code webhooks:write}
   */
  static void require(Actor actor) {
    actor.require(Permission.WEBHOOKS_WRITE);
  }

  /**
   * The webhook.
   *
   * @throws NotFound when there is none
   */
  static Webhook existing(Optional<Webhook> webhook, WebhookId id) {
    return webhook.orElseThrow(() -> new NotFound("webhook", id));
  }
}
