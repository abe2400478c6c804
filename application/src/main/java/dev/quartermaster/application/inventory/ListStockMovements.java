package dev.quartermaster.application.inventory;

import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.inventory.StockMovement;
import dev.quartermaster.domain.inventory.StockMovementField;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Slice;

/** Lists a product's entries in the stock ledger. */
public interface ListStockMovements {

  /**
   * Lists the movements.
   *
   * @throws dev.quartermaster.domain.shared.Forbidden without {@code inventory:write}
   * @throws dev.quartermaster.domain.shared.NotFound when there is no such product
   */
  Slice<StockMovement> list(Query query);

  /**
   * @param actor who asks
   * @param productId which product
   * @param page which part of the list
   */
  record Query(Actor actor, ProductId productId, PageRequest<StockMovementField> page) {}
}
