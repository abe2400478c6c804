package dev.quartermaster.bootstrap.contexts;

import dev.quartermaster.application.ordering.CountHeldPieces;
import dev.quartermaster.application.ordering.ListOrderStates;
import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.ordering.OrderState;
import dev.quartermaster.domain.reconciliation.OrderBook;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The reconciliation's view of ordering. */
@Singleton
final class OrderingOrderBook implements OrderBook {
  private final ListOrderStates listOrderStates;
  private final CountHeldPieces countHeldPieces;

  OrderingOrderBook(ListOrderStates listOrderStates, CountHeldPieces countHeldPieces) {
    this.listOrderStates = listOrderStates;
    this.countHeldPieces = countHeldPieces;
  }

  @Override
  public List<OrderState> orders(Optional<OrderId> after, int limit) {
    return listOrderStates.list(new ListOrderStates.Query(after, limit));
  }

  @Override
  public Map<ProductId, Long> heldPieces() {
    return countHeldPieces.count();
  }
}
