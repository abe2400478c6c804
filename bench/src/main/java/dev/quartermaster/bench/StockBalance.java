package dev.quartermaster.bench;

/**
 * What happened to the pieces of a product that can be ordered, over a run.
 *
 * @param sku the article
 * @param before how many were available
 * @param laidIn how many were added
 * @param returned how many came back from orders that expired or were cancelled
 * @param sold how many are in the orders that the server accepted
 * @param after how many are available
 */
record StockBalance(String sku, long before, long laidIn, long returned, long sold, long after) {

  /** By how many pieces the stock fell short of what it should be; negative for a surplus. */
  long difference() {
    return before + laidIn + returned - sold - after;
  }

  /** The same balance after a closer look at the ledger. */
  StockBalance corrected(long returnedByLedger, long availableNow) {
    return new StockBalance(sku, before, laidIn, returnedByLedger, sold, availableNow);
  }

  @Override
  public String toString() {
    return "%s: %d before + %d laid in + %d returned - %d sold is not %d"
        .formatted(sku, before, laidIn, returned, sold, after);
  }
}
