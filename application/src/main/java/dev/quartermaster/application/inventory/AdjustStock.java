package dev.quartermaster.application.inventory;

import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.inventory.StockLevel;
import dev.quartermaster.domain.inventory.StockMovement;
import dev.quartermaster.domain.shared.Actor;

/** Corrects the stock on hand, or books goods that arrived. */
public interface AdjustStock {

  /**
   * Adds an adjustment to the ledger.
   *
   * @throws dev.quartermaster.domain.shared.Forbidden without {@code inventory:write}
   * @throws dev.quartermaster.domain.shared.NotFound when there is no such product
   * @throws dev.quartermaster.domain.inventory.InsufficientStock when fewer pieces than that are
   *     available
   */
  Result adjust(Command command);

  /**
   * @param actor who asks
   * @param productId which product
   * @param delta pieces to add, or when negative to take away; not 0
   * @param reason why, for the ledger
   */
  record Command(Actor actor, ProductId productId, long delta, String reason) {}

  /**
   * @param movement the ledger's new entry
   * @param level the level that it led to
   */
  record Result(StockMovement movement, StockLevel level) {}
}
