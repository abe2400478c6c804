package dev.quartermaster.application.ordering;

import dev.quartermaster.domain.ordering.Order;
import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.shared.Actor;

/** Reads one order. */
public interface GetOrder {

  /**
   * Reads one of the actor's own orders, or with {@code orders:read} any.
   *
   * @throws dev.quartermaster.domain.shared.NotFound when there is none that the actor may see
   */
  Order get(Query query);

  /**
   * @param actor who asks
   * @param orderId which order
   */
  record Query(Actor actor, OrderId orderId) {}
}
