package dev.quartermaster.domain.reconciliation;

import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.inventory.StockComparison;
import dev.quartermaster.domain.ordering.OrderId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the inventory has on record. Every call joins the caller's transaction. */
public interface StockBook {

  /**
   * Products whose level, ledger and promises do not agree, the newest first.
   *
   * @param promised how many pieces were promised of each product, as orders have it; none of those
   *     that are left out
   * @param limit how many products at the most
   */
  List<StockComparison> disagreeing(Map<ProductId, Long> promised, int limit);

  /** Those of the orders for which the ledger has pieces reserved. */
  Set<OrderId> holders(Set<OrderId> orderIds);
}
