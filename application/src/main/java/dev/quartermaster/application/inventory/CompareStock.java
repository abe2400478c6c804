package dev.quartermaster.application.inventory;

import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.inventory.StockComparison;
import java.util.List;
import java.util.Map;

/** Compares the levels with the ledger, and with what was promised. */
public interface CompareStock {

  /** Finds the products of which they do not agree, the newest first. */
  List<StockComparison> compare(Query query);

  /**
   * @param promised how many pieces were promised of each product; none of those left out
   * @param limit how many products at the most
   */
  record Query(Map<ProductId, Long> promised, int limit) {
    public Query {
      promised = Map.copyOf(promised);
    }
  }
}
