package dev.quartermaster.bench;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Lays in what the invoices need, and later tells where every piece went. */
final class Shelves {
  private final Shop shop;
  private final Clients clients;
  private final Map<String, String> productIds;
  private final Map<String, StillStock<Optional<String>>> openings = new ConcurrentHashMap<>();

  /**
   * @param productIds of every article by its sku
   */
  Shelves(Shop shop, Clients clients, Map<String, String> productIds) {
    this.shop = shop;
    this.clients = clients;
    this.productIds = productIds;
  }

  /** Reads each article's stock and adds the pieces needed. */
  void layIn(Map<String, Long> needs) throws InterruptedException {
    clients.forEach(
        "stock",
        needs.entrySet(),
        (client, need) -> {
          String productId = requireNonNull(productIds.get(need.getKey()));
          openings.put(
              need.getKey(), StillStock.read(shop, client, productId, shop::newestMovement));
          shop.layIn(client, productId, need.getValue());
        });
  }

  /**
   * What became of each article that was laid in.
   *
   * @param laidIn the pieces added, by sku
   * @param sold the pieces in accepted orders, by product id
   */
  List<StockBalance> balances(Map<String, Long> laidIn, Map<String, Long> sold)
      throws InterruptedException {
    Collection<StockBalance> balances = new ConcurrentLinkedQueue<>();
    clients.forEach(
        "stock check",
        laidIn.entrySet(),
        (client, added) -> balances.add(balance(client, added.getKey(), added.getValue(), sold)));
    return List.copyOf(balances);
  }

  private StockBalance balance(Client client, String sku, long added, Map<String, Long> sold)
      throws InterruptedException {
    String productId = requireNonNull(productIds.get(sku));
    StillStock<Optional<String>> opening = requireNonNull(openings.get(sku));
    StockBalance plain =
        new StockBalance(
            sku,
            opening.stock().available(),
            added,
            0,
            sold.getOrDefault(productId, 0L),
            shop.stock(client, productId).available());
    if (plain.difference() == 0) {
      return plain;
    }
    StillStock<Long> closing =
        StillStock.read(
            shop,
            client,
            productId,
            (reader, id) -> returned(shop.movementsSince(reader, id, opening.ledger())));
    return plain.corrected(closing.ledger(), closing.stock().available());
  }

  private static long returned(List<Movement> movements) {
    return movements.stream().mapToLong(Movement::returned).sum();
  }
}
