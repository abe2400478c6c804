package dev.quartermaster.application.inventory;

import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.inventory.StockLevel;
import java.util.List;
import java.util.Set;

/** Tells how many pieces there are of many products at once. */
public interface FindStock {

  /**
   * Reads a level for each of the products, which the caller knows to be there; it is open to all.
   */
  List<StockLevel> find(Query query);

  /**
   * @param productIds which products
   */
  record Query(Set<ProductId> productIds) {
    public Query {
      productIds = Set.copyOf(productIds);
    }
  }
}
