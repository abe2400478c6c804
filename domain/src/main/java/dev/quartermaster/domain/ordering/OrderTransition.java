package dev.quartermaster.domain.ordering;

import java.time.Instant;

/**
 * An entry of an order's history. Entries are added and never changed.
 *
 * @param orderId the order
 * @param version the order's version that the move led to
 * @param status the state that the move led to
 * @param reason why, in a few words
 * @param actor who moved it, as {@code Actor.reference()} names them
 * @param at when
 */
public record OrderTransition(
    OrderId orderId, long version, OrderStatus status, String reason, String actor, Instant at) {

  /** The move that led to the order's present state. */
  public static OrderTransition to(Order order, String reason, String actor) {
    return new OrderTransition(
        order.id(), order.version(), order.status(), reason, actor, order.updatedAt());
  }
}
