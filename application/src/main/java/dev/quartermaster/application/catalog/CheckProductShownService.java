package dev.quartermaster.application.catalog;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.catalog.Products;

@UseCase
final class CheckProductShownService implements CheckProductShown {
  private final Products products;

  CheckProductShownService(Products products) {
    this.products = products;
  }

  @Override
  public boolean isShown(Query query) {
    return products
        .find(query.productId())
        .filter(product -> product.isShownTo(query.actor()))
        .isPresent();
  }
}
