package dev.quartermaster.bench;

import static java.util.Objects.requireNonNull;

/**
 * A line of the catalogue, and the body that creates its product.
 *
 * @param sku the shop's number of the article
 * @param name what it is called
 * @param price of one piece
 */
record CatalogueItem(String sku, String name, Money price) {
  CatalogueItem {
    requireNonNull(sku, "sku is missing");
    requireNonNull(name, "name is missing");
    requireNonNull(price, "price is missing");
  }
}
