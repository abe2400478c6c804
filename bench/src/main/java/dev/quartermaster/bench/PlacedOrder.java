package dev.quartermaster.bench;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * An order as the server tells it, and a line of the journal.
 *
 * @param id its id
 * @param status where it is in its life
 * @param items what was ordered
 * @param total what it costs
 */
record PlacedOrder(String id, String status, List<Line> items, Money total) {
  PlacedOrder {
    requireNonNull(id, "id is missing");
    requireNonNull(status, "status is missing");
    items = List.copyOf(requireNonNull(items, "items are missing"));
    requireNonNull(total, "total is missing");
  }

  /** Whether the other is the same order, of the same things at the same price. */
  boolean agreesWith(PlacedOrder other) {
    return id.equals(other.id) && items.equals(other.items) && total.equals(other.total);
  }

  /**
   * A line of an order, and of the body that places it.
   *
   * @param productId the product
   * @param quantity how many pieces
   */
  record Line(String productId, int quantity) {
    Line {
      requireNonNull(productId, "productId is missing");
    }
  }
}
