package dev.quartermaster.application.ordering;

import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.ordering.OrderTransition;
import dev.quartermaster.domain.shared.Actor;
import java.util.List;

/** Reads an order's history. */
public interface GetOrderHistory {

  /**
   * Reads the history of one of the actor's own orders, or with {@code orders:read} of any.
   *
   * @return the moves, oldest first
   * @throws dev.quartermaster.domain.shared.NotFound when there is no order that the actor may see
   */
  List<OrderTransition> get(Query query);

  /**
   * @param actor who asks
   * @param orderId which order
   */
  record Query(Actor actor, OrderId orderId) {}
}
