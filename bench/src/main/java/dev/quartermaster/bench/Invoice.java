package dev.quartermaster.bench;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of the orders file.
 *
 * @param invoice its number
 * @param customer who bought
 * @param items what was bought; a sku may stand in several of them
 */
record Invoice(String invoice, String customer, List<Item> items) {
  /** Buys whatever was sold to nobody in particular. */
  static final String GUEST = "guest";

  Invoice(String invoice, @Nullable String customer, List<Item> items) {
    this.invoice = requireNonNull(invoice, "invoice is missing");
    this.customer = requireNonNullElse(customer, GUEST);
    this.items = List.copyOf(requireNonNull(items, "items are missing"));
    if (items.isEmpty()) {
      throw new IllegalArgumentException("items are empty");
    }
  }

  /**
   * What was bought of one article.
   *
   * @param sku the article
   * @param quantity how many pieces
   */
  record Item(String sku, int quantity) {
    Item {
      requireNonNull(sku, "sku is missing");
      if (quantity < 1) {
        throw new IllegalArgumentException("quantity must be at least 1");
      }
    }
  }
}
