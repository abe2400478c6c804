package dev.quartermaster.testkit.ordering;

import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.catalog.Products;
import dev.quartermaster.domain.ordering.Offer;
import dev.quartermaster.domain.ordering.Offers;
import java.util.List;
import java.util.Set;

/** Offers what a catalogue holds. */
public final class InMemoryOffers implements Offers {
  private final Products catalogue;

  /** Offers what that catalogue holds. */
  public InMemoryOffers(Products catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public List<Offer> of(Set<ProductId> productIds) {
    return catalogue.findAll(productIds).stream()
        .filter(Product::isForSale)
        .map(
            product ->
                new Offer(product.id(), product.sku().value(), product.name(), product.price()))
        .toList();
  }
}
