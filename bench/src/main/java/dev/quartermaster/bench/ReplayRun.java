package dev.quartermaster.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One replay, from the first product to the last check. */
final class ReplayRun {
  private final Shop shop;
  private final Clients clients;
  private final Trade trade;
  private final Screen screen;

  ReplayRun(Shop shop, Clients clients, Trade trade, Screen screen) {
    this.shop = shop;
    this.clients = clients;
    this.trade = trade;
    this.screen = screen;
  }

  /**
   * Replays the trade and prints what came of it.
   *
   * @param retries counts what the clients had to do again
   * @return whether nothing was refused, went wrong or differs
   */
  boolean run(Optional<Journal> journal, Tally retries) throws InterruptedException {
    Map<String, String> productIds = productIds();
    Map<String, Session> customers = new Customers().signUp(clients, trade.customers());
    Shelves shelves = new Shelves(shop, clients, productIds);
    Map<String, Long> needs = trade.needs();
    shelves.layIn(needs);

    Placing placing = new Placing(productIds, customers, journal);
    long start = System.nanoTime();
    try {
      clients.forEach("orders", trade.invoices(), placing::place);
    } finally {
      print(placing, Duration.ofNanos(System.nanoTime() - start), retries);
    }
    Findings differences = new Findings();
    long returned = compare(shelves.balances(needs, placing.sold()), differences);
    clients.forEach(
        "orders check",
        placing.accepted(),
        (client, accepted) -> readBack(client, accepted, differences));
    print(placing, needs.size(), returned, differences);
    return placing.accepted().size() == trade.invoices().size()
        && placing.errors().isEmpty()
        && differences.isEmpty();
  }

  private Map<String, String> productIds() throws InterruptedException {
    Map<String, String> known = shop.products(clients.any());
    List<CatalogueItem> missing =
        trade.catalogue().stream().filter(item -> !known.containsKey(item.sku())).toList();
    if (missing.isEmpty()) {
      return known;
    }
    clients.forEach("products", missing, shop::createIfMissing);
    Map<String, String> complete = shop.products(clients.any());
    for (CatalogueItem item : missing) {
      if (!complete.containsKey(item.sku())) {
        throw new BenchFailed("product " + item.sku() + " was created, but is not in the list");
      }
    }
    return complete;
  }

  private static long compare(List<StockBalance> balances, Findings differences) {
    long returned = 0;
    for (StockBalance balance : balances) {
      returned += balance.returned();
      if (balance.difference() != 0) {
        differences.add(balance.toString());
      }
    }
    return returned;
  }

  private void readBack(Client client, Accepted accepted, Findings differences)
      throws InterruptedException {
    PlacedOrder order = accepted.order();
    Answer answer = shop.order(client, accepted.customer(), order.id());
    if (answer.status() != 200) {
      differences.add("order " + order.id() + " reads back as " + answer.outcome());
    } else if (!answer.as(PlacedOrder.class).agreesWith(order)) {
      differences.add("order " + order.id() + " reads back with other items or another total");
    }
  }

  private void print(Placing placing, Duration elapsed, Tally retries) {
    int accepted = placing.accepted().size();
    double seconds = Math.max(0.001, elapsed.toMillis() / 1_000.0);
    Latencies latencies = placing.latencies();
    screen
        .out()
        .printf(
            "orders: %d of %d answered 201, %.1f per second (%.1f s, %d clients)%n",
            accepted, trade.invoices().size(), accepted / seconds, seconds, clients.count());
    screen
        .out()
        .printf(
            "latency: p50 %d ms, p99 %d ms%n",
            latencies.percentile(50).toMillis(), latencies.percentile(99).toMillis());
    screen.out().println("refusals: " + placing.refusals());
    screen.out().println("retries: " + retries);
    placing.errors().print(screen.out(), "errors");
  }

  private void print(Placing placing, int products, long returned, Findings differences) {
    screen.out().printf("compared: %d products, %d orders%n", products, placing.accepted().size());
    if (returned > 0) {
      screen
          .out()
          .println("returned meanwhile by orders that ended unpaid: " + returned + " pieces");
    }
    differences.print(screen.out(), "differences");
  }
}
