package dev.quartermaster.application.catalog;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.catalog.Products;

@UseCase
final class CheckProductExistsService implements CheckProductExists {
  private final Products products;

  CheckProductExistsService(Products products) {
    this.products = products;
  }

  @Override
  public boolean exists(Query query) {
    return products.find(query.productId()).isPresent();
  }
}
