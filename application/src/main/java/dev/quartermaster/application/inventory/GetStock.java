package dev.quartermaster.application.inventory;

import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.inventory.StockLevel;

/** Tells how many pieces of a product there are. */
public interface GetStock {

  /**
   * Reads the level; it is open to all.
   *
   * @throws dev.quartermaster.domain.shared.NotFound when there is no such product
   */
  StockLevel get(Query query);

  /**
   * @param productId which product
   */
  record Query(ProductId productId) {}
}
