package dev.quartermaster.testkit.reconciliation;

import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.inventory.StockComparison;
import dev.quartermaster.domain.inventory.StockLedger;
import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.reconciliation.StockBook;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The stock as the reconciliation sees it, in memory. */
public final class InMemoryStockBook implements StockBook {
  private final StockLedger ledger;

  /** That ledger. */
  public InMemoryStockBook(StockLedger ledger) {
    this.ledger = ledger;
  }

  @Override
  public List<StockComparison> disagreeing(Map<ProductId, Long> promised, int limit) {
    return ledger.disagreeing(promised, limit);
  }

  @Override
  public Set<OrderId> holders(Set<OrderId> orderIds) {
    return ledger.holders(orderIds.stream().map(OrderId::value).toList()).stream()
        .map(OrderId::new)
        .collect(Collectors.toSet());
  }
}
