package dev.quartermaster.testkit.reconciliation;

import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.ordering.OrderState;
import dev.quartermaster.domain.ordering.Orders;
import dev.quartermaster.domain.reconciliation.OrderBook;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Orders as the reconciliation sees them, in memory. */
public final class InMemoryOrderBook implements OrderBook {
  private final Orders orders;

  /** Those orders. */
  public InMemoryOrderBook(Orders orders) {
    this.orders = orders;
  }

  @Override
  public List<OrderState> orders(Optional<OrderId> after, int limit) {
    return orders.states(after, limit);
  }

  @Override
  public Map<ProductId, Long> heldPieces() {
    return orders.heldPieces();
  }
}
