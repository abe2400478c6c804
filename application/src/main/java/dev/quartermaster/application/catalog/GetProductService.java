package dev.quartermaster.application.catalog;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.catalog.Products;
import dev.quartermaster.domain.shared.NotFound;
import java.util.Optional;

@UseCase
final class GetProductService implements GetProduct {
  private final Products products;

  GetProductService(Products products) {
    this.products = products;
  }

  @Override
  public Product get(Query query) {
    return products
        .find(query.productId())
        .filter(product -> product.isShownTo(query.actor()))
        .orElseThrow(() -> new NotFound("product", query.productId()));
  }

  @Override
  public Optional<Product> getAtHand(Query query) {
    return products
        .findAtHand(query.productId())
        .filter(product -> product.isShownTo(query.actor()));
  }
}
