package dev.quartermaster.architecture.extending.domain.wishlist;

import dev.quartermaster.domain.catalog.ProductId;

/** What wishlists need to know of the catalogue. */
public interface WishedProducts {

  /** Whether there is such a product. */
  boolean exists(ProductId productId);
}
