package dev.quartermaster.domain.ordering;

import java.util.List;

/** What ordering needs of the inventory. Every call joins the caller's transaction. */
public interface StockReservations {

  /**
   * Reserves the stock of all lines or of none.
   *
   * @param actor who orders, as {@code Actor.reference()} names them
   * @throws dev.quartermaster.domain.inventory.InsufficientStock naming each line that is short
   */
  void reserve(OrderId orderId, List<OrderLine> lines, String actor);

  /** Gives back what the orders still hold; an order that holds nothing changes nothing. */
  void release(List<OrderId> orderIds, String actor);

  /** Takes what the order holds out of the warehouse. */
  void ship(OrderId orderId, String actor);

  /** Gives back what the order holds although it was paid for. */
  void takeBack(OrderId orderId, String actor);
}
