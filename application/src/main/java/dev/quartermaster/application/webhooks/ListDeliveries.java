package dev.quartermaster.application.webhooks;

import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Slice;
import dev.quartermaster.domain.webhooks.Delivery;
import dev.quartermaster.domain.webhooks.DeliveryField;
import dev.quartermaster.domain.webhooks.DeliveryFilter;

/** Lists what was and will be sent to a webhook. */
public interface ListDeliveries {

  /**
   * Lists a webhook's deliveries, as far as they are kept.
   *
   * @throws dev.quartermaster.domain.shared.Forbidden without {@code webhooks:write}
   * @throws dev.quartermaster.domain.shared.NotFound when there is no such webhook
   */
  Slice<Delivery> list(Query query);

  /**
   * @param actor who asks
   * @param filter which deliveries
   * @param page which part of the list
   */
  record Query(Actor actor, DeliveryFilter filter, PageRequest<DeliveryField> page) {}
}
