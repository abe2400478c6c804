package dev.quartermaster.domain.inventory;

import dev.quartermaster.domain.catalog.ProductId;

/** What the inventory needs to know of the catalogue. */
public interface StockedProducts {

  /** Whether there is such a product. */
  boolean exists(ProductId productId);
}
