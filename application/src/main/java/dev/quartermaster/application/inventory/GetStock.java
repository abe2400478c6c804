package dev.quartermaster.application.inventory;

import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.inventory.StockLevel;
import dev.quartermaster.domain.shared.Actor;

/** Tells how many pieces of a product there are. */
public interface GetStock {

  /**
   * Reads the level; it is open to all who may know of the product, and to {@code inventory:write}.
   *
   * @throws dev.quartermaster.domain.shared.NotFound when there is no such product that the actor
   *     may know of
   */
  StockLevel get(Query query);

  /**
   * @param actor who asks
   * @param productId which product
   */
  record Query(Actor actor, ProductId productId) {}
}
