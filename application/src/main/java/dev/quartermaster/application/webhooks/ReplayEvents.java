package dev.quartermaster.application.webhooks;

import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.webhooks.Replay;
import dev.quartermaster.domain.webhooks.WebhookId;
import java.time.Instant;

/** Has a webhook's events of a time sent again, or for the first time. */
public interface ReplayEvents {

  /**
   * Asks for a replay, which then goes on in steps. Events are chosen by what the webhook wants by
   * then, and have the ids that they always had.
   *
   * @throws dev.quartermaster.domain.shared.Forbidden without {@code webhooks:write}
   * @throws dev.quartermaster.domain.shared.InvalidInput naming the fields that break a rule
   * @throws dev.quartermaster.domain.shared.NotFound when there is no such webhook
   * @throws dev.quartermaster.domain.webhooks.WebhookNotEnabled when nothing is sent to it
   * @throws dev.quartermaster.domain.webhooks.ReplayUnderWay when it has a replay that is not done
   */
  Replay replay(Command command);

  /**
   * @param actor who asks
   * @param webhookId for which webhook
   * @param from the beginning of the time
   * @param to its end, which is no part of it
   */
  record Command(Actor actor, WebhookId webhookId, Instant from, Instant to) {}
}
