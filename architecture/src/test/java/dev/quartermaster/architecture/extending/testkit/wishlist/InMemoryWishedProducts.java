package dev.quartermaster.architecture.extending.testkit.wishlist;

import dev.quartermaster.architecture.extending.domain.wishlist.WishedProducts;
import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.catalog.Products;

/** Tells of a catalogue. */
public final class InMemoryWishedProducts implements WishedProducts {
  private final Products catalogue;

  /** Tells of that catalogue. */
  public InMemoryWishedProducts(Products catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public boolean exists(ProductId productId) {
    return catalogue.find(productId).isPresent();
  }
}
