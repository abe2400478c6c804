package dev.quartermaster.application.catalog;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.catalog.Products;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.NotFound;
import dev.quartermaster.domain.shared.Permission;
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
        .filter(product -> isVisible(product, query.actor()))
        .orElseThrow(() -> new NotFound("product", query.productId()));
  }

  @Override
  public Optional<Product> getAtHand(Query query) {
    return products
        .findAtHand(query.productId())
        .filter(product -> isVisible(product, query.actor()));
  }

  private static boolean isVisible(Product product, Actor actor) {
    return product.isForSale() || actor.may(Permission.CATALOG_WRITE);
  }
}
