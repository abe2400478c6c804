package dev.quartermaster.application.webhooks;

import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Slice;
import dev.quartermaster.domain.webhooks.Webhook;
import dev.quartermaster.domain.webhooks.WebhookField;
import dev.quartermaster.domain.webhooks.WebhookFilter;

/** Lists webhooks, those that are disabled as well. */
public interface ListWebhooks {

  /**
   * Lists everybody's webhooks that meet the filter.
   *
   * @throws dev.quartermaster.domain.shared.Forbidden without {@code webhooks:write}
   */
  Slice<Webhook> list(Query query);

  /**
   * @param actor who asks
   * @param filter which webhooks
   * @param page which part of the list
   */
  record Query(Actor actor, WebhookFilter filter, PageRequest<WebhookField> page) {}
}
