package dev.quartermaster.domain.inventory;

import dev.quartermaster.domain.catalog.ProductId;
import java.util.Map;

/**
 * How many pieces of a product there are.
 *
 * @param productId the product
 * @param onHand pieces in the warehouse, the sum of the ledger's {@code onHandDelta}
 * @param reserved pieces promised to orders, the sum of the ledger's {@code reservedDelta}; 0 to
 *     {@code onHand}
 */
public record StockLevel(ProductId productId, long onHand, long reserved) {
  /** More pieces of a product than any warehouse holds; keeps sums within a {@code long}. */
  public static final long MAX_ON_HAND = 1_000_000_000_000L;

  public StockLevel {
    if (reserved < 0 || onHand < reserved) {
      throw new IllegalArgumentException(
          "stock of " + productId + " would be " + onHand + " with " + reserved + " reserved");
    }
  }

  /** A product that never had stock. */
  public static StockLevel none(ProductId productId) {
    return new StockLevel(productId, 0, 0);
  }

  /** Pieces that can still be ordered. */
  public long available() {
    return onHand - reserved;
  }

  /** Whether a change of the pieces on hand leaves every promise kept. */
  public boolean allowsChangeOf(long delta) {
    return delta >= -available();
  }

  /** What the audit trail tells of the level. */
  public Map<String, String> auditable() {
    return Map.of("onHand", Long.toString(onHand), "reserved", Long.toString(reserved));
  }

  /** The level after a movement. */
  public StockLevel after(StockMovement movement) {
    return new StockLevel(
        productId, onHand + movement.onHandDelta(), reserved + movement.reservedDelta());
  }
}
