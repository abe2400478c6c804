package dev.quartermaster.bootstrap.contexts;

import dev.quartermaster.application.inventory.CompareStock;
import dev.quartermaster.application.inventory.FindStockHolders;
import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.inventory.StockComparison;
import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.reconciliation.StockBook;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The reconciliation's view of the inventory. */
@Singleton
final class InventoryStockBook implements StockBook {
  private final CompareStock compareStock;
  private final FindStockHolders findStockHolders;

  InventoryStockBook(CompareStock compareStock, FindStockHolders findStockHolders) {
    this.compareStock = compareStock;
    this.findStockHolders = findStockHolders;
  }

  @Override
  public List<StockComparison> disagreeing(Map<ProductId, Long> promised, int limit) {
    return compareStock.compare(new CompareStock.Query(promised, limit));
  }

  @Override
  public Set<OrderId> holders(Set<OrderId> orderIds) {
    return findStockHolders
        .find(
            new FindStockHolders.Query(
                orderIds.stream().map(OrderId::value).collect(Collectors.toSet())))
        .stream()
        .map(OrderId::new)
        .collect(Collectors.toSet());
  }
}
