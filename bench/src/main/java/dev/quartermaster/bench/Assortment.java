package dev.quartermaster.bench;

import java.util.List;
import java.util.Map;

/**
 * What is on sale: one article that is too scarce for all, and one that is not.
 *
 * @param scarce the product that everybody wants
 * @param plentiful a product that some order besides
 * @param units how many pieces there are of each in the end
 */
record Assortment(String scarce, String plentiful, int units) {
  private static final int ONE_IN_SO_MANY_WANTS_BOTH = 5;

  /** Creates both, and lays in all of the one and the first of the other. */
  static Assortment create(Shop shop, Client client, int units) throws InterruptedException {
    Assortment assortment =
        new Assortment(
            shop.create(client, new CatalogueItem("SALE-1", "A lamp", new Money(4_999, "EUR"))),
            shop.create(client, new CatalogueItem("SALE-2", "A bulb", new Money(499, "EUR"))),
            units);
    shop.layIn(client, assortment.plentiful, units);
    return assortment;
  }

  /** What a buyer orders; those who order both name them in one order or the other. */
  List<PlacedOrder.Line> basket(int buyer) {
    PlacedOrder.Line lamp = new PlacedOrder.Line(scarce, 1);
    PlacedOrder.Line bulb = new PlacedOrder.Line(plentiful, 1);
    if (buyer % ONE_IN_SO_MANY_WANTS_BOTH != 0) {
      return List.of(lamp);
    }
    return buyer % 2 == 0 ? List.of(lamp, bulb) : List.of(bulb, lamp);
  }

  /** How many pieces were laid in, by product. */
  Map<String, Integer> laidIn() {
    return Map.of(scarce, units, plentiful, units);
  }
}
