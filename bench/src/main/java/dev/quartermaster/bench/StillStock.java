package dev.quartermaster.bench;

/**
 * A product's stock, and what its ledger told while the stock stood still. Orders of an earlier run
 * may expire between any two requests, so the stock is read on either side of the ledger.
 *
 * @param stock how many pieces there are
 * @param ledger what was read of the ledger
 */
record StillStock<T>(Stock stock, T ledger) {
  private static final int MOST_READINGS = 20;

  /**
   * Reads until the stock stood still.
   *
   * @throws BenchFailed when it never does
   */
  static <T> StillStock<T> read(
      Shop shop, Client client, String productId, LedgerReading<T> reading)
      throws InterruptedException {
    Stock before = shop.stock(client, productId);
    for (int readings = 0; readings < MOST_READINGS; readings++) {
      T ledger = reading.read(client, productId);
      Stock after = shop.stock(client, productId);
      if (before.equals(after)) {
        return new StillStock<>(after, ledger);
      }
      before = after;
    }
    throw new BenchFailed(
        "the stock of product " + productId + " keeps changing: someone else is at work");
  }

  /** Reads something of a product's ledger. */
  @FunctionalInterface
  interface LedgerReading<T> {
    T read(Client client, String productId) throws InterruptedException;
  }
}
