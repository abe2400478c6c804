package dev.quartermaster.testkit.inventory;

import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.catalog.Products;
import dev.quartermaster.domain.inventory.StockedProducts;
import dev.quartermaster.domain.shared.Actor;

/** Tells of a catalogue. */
public final class InMemoryStockedProducts implements StockedProducts {
  private final Products catalogue;

  /** Tells of that catalogue. */
  public InMemoryStockedProducts(Products catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public boolean exists(ProductId productId) {
    return catalogue.find(productId).isPresent();
  }

  @Override
  public boolean isShown(ProductId productId, Actor actor) {
    return catalogue.find(productId).filter(product -> product.isShownTo(actor)).isPresent();
  }
}
