package dev.quartermaster.application.ordering;

import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.ordering.OrderState;
import java.util.List;
import java.util.Optional;

/** Tells where orders are. */
public interface ListOrderStates {

  /** Lists orders with their states, the newest first; the caller knows who may see them. */
  List<OrderState> list(Query query);

  /**
   * @param after begins behind this order; with the newest if empty
   * @param limit how many at the most
   */
  record Query(Optional<OrderId> after, int limit) {}
}
