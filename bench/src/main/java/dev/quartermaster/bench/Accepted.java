package dev.quartermaster.bench;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import java.util.Collection;
import java.util.Map;

/**
 * An order that was answered 201.
 *
 * @param order as it was answered
 * @param customer whose it is
 */
record Accepted(PlacedOrder order, Session customer) {

  /** How many pieces of each product the orders hold, by product id. */
  static Map<String, Long> pieces(Collection<Accepted> orders) {
    return orders.stream()
        .flatMap(accepted -> accepted.order().items().stream())
        .collect(groupingBy(PlacedOrder.Line::productId, summingLong(PlacedOrder.Line::quantity)));
  }
}
