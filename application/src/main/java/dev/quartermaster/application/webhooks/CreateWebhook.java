package dev.quartermaster.application.webhooks;

import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.webhooks.EventTypePattern;
import dev.quartermaster.domain.webhooks.SigningSecret;
import dev.quartermaster.domain.webhooks.Webhook;
import dev.quartermaster.domain.webhooks.WebhookUrl;
import java.util.Optional;
import java.util.Set;

/** Has events sent to an address from now on. */
public interface CreateWebhook {

  /**
   * Creates a webhook that belongs to the actor, or to whom the program acts for.
   *
   * @throws dev.quartermaster.domain.shared.Forbidden without {@code webhooks:write}
   * @throws dev.quartermaster.domain.shared.InvalidInput naming the fields that break a rule
   * @throws dev.quartermaster.domain.webhooks.TooManyWebhooks when its owner has too many
   */
  Result create(Command command);

  /**
   * @param actor who asks
   * @param url where events shall go
   * @param eventTypes which events shall be sent
   * @param description what it is for
   */
  record Command(
      Actor actor, WebhookUrl url, Set<EventTypePattern> eventTypes, Optional<String> description) {
    public Command {
      eventTypes = Set.copyOf(eventTypes);
    }
  }

  /**
   * @param webhook the new webhook
   * @param secret by which its messages are signed; shown now and never again
   */
  record Result(Webhook webhook, SigningSecret secret) {}
}
