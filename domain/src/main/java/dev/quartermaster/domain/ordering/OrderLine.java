package dev.quartermaster.domain.ordering;

import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.domain.shared.Money;

/**
 * A line of an order, with the product as it was when the order was placed.
 *
 * @param productId the product
 * @param sku its sku then
 * @param name its name then
 * @param quantity how many pieces, 1 to {@value #MAX_QUANTITY}
 * @param unitPrice its price then
 */
public record OrderLine(
    ProductId productId, String sku, String name, int quantity, Money unitPrice) {
  public static final int MAX_QUANTITY = 100_000;

  public OrderLine {
    if (quantity < 1 || quantity > MAX_QUANTITY) {
      throw InvalidInput.of("quantity", "must be 1 to " + MAX_QUANTITY);
    }
  }

  /** What the line costs. */
  public Money total() {
    return unitPrice.times(quantity);
  }
}
