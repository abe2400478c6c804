package dev.quartermaster.domain.ordering;

import dev.quartermaster.domain.shared.DomainException;
import java.util.List;
import java.util.Map;

/** What ordering needs of the inventory. Every call joins the caller's transaction. */
public interface StockReservations {

  /**
   * Reserves for each order the stock of all its lines or of none. Orders are served in their
   * order, so of two for the last piece the later one is refused.
   *
   * @return the orders for which nothing was reserved, each with a refusal that names its lines
   *     that are short
   */
  Map<OrderId, DomainException> reserve(List<NewOrder> orders);

  /** Gives back what the orders still hold; an order that holds nothing changes nothing. */
  void release(List<OrderId> orderIds, String actor);

  /** Takes what the order holds out of the warehouse. */
  void ship(OrderId orderId, String actor);

  /** Gives back what the order holds although it was paid for. */
  void takeBack(OrderId orderId, String actor);
}
