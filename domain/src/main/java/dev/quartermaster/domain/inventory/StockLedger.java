package dev.quartermaster.domain.inventory;

import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Slice;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The ledger of stock movements and the levels that are its sums. The store itself refuses levels
 * that would break a promise.
 */
public interface StockLedger {

  /** The product's level now. */
  StockLevel level(ProductId productId);

  /** The level of each of the products now, in no particular order. */
  List<StockLevel> levels(Collection<ProductId> productIds);

  /**
   * The products' levels, locked until the transaction ends. Locks are taken in one order for all
   * callers, so that callers wait for each other but never in a circle.
   *
   * @return a level for each product asked for
   */
  Map<ProductId, StockLevel> lockLevels(Collection<ProductId> productIds);

  /** Adds the movements to the ledger and their sums to the levels. */
  void append(List<StockMovement> movements);

  /** A part of a product's movements, the newest first. */
  Slice<StockMovement> movements(ProductId productId, PageRequest<StockMovementField> page);

  /** All movements that were made for any of the references, such as orders. */
  List<StockMovement> movementsFor(Collection<UUID> references);

  /** Those of the references for which pieces are reserved still, by the sum of the movements. */
  Set<UUID> holders(Collection<UUID> references);

  /**
   * Products whose level, ledger and promises do not agree, the newest first.
   *
   * @param promised how many pieces were promised of each product; none of those left out
   * @param limit how many products at the most
   */
  List<StockComparison> disagreeing(Map<ProductId, Long> promised, int limit);
}
