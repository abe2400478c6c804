package dev.quartermaster.domain.reconciliation;

import dev.quartermaster.domain.ordering.OrderId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What our own records tell of a part of the orders.
 *
 * @param disagreements how they contradict each other
 * @param orderIds which orders were compared
 * @param next the last order of the part, if others follow
 */
public record Comparison(
    List<Disagreement> disagreements, Set<OrderId> orderIds, Optional<OrderId> next) {
  public Comparison {
    disagreements = List.copyOf(disagreements);
    orderIds = Set.copyOf(orderIds);
  }
}
