package dev.quartermaster.application.catalog;

import dev.quartermaster.domain.catalog.ProductId;

/** Tells whether there is a product, for those who keep something about it. */
public interface CheckProductExists {

  /** Whether a living product has the id, for sale or not. */
  boolean exists(Query query);

  /**
   * @param productId which product
   */
  record Query(ProductId productId) {}
}
