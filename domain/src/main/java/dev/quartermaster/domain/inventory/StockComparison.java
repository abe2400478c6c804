package dev.quartermaster.domain.inventory;

import dev.quartermaster.domain.catalog.ProductId;

/**
 * What is on record of a product's stock in three places that have to agree.
 *
 * @param productId which product
 * @param onHand pieces on hand, by its level
 * @param reserved pieces reserved, by its level
 * @param ledgerOnHand the sum of the ledger's {@code onHandDelta}
 * @param ledgerReserved the sum of the ledger's {@code reservedDelta}
 * @param promised pieces that were promised, as those know to whom they were
 */
public record StockComparison(
    ProductId productId,
    long onHand,
    long reserved,
    long ledgerOnHand,
    long ledgerReserved,
    long promised) {

  /** Whether the level is the sum of the ledger. */
  public boolean agreesWithLedger() {
    return onHand == ledgerOnHand && reserved == ledgerReserved;
  }

  /** Whether as much is reserved as was promised. */
  public boolean agreesWithPromises() {
    return reserved == promised;
  }
}
