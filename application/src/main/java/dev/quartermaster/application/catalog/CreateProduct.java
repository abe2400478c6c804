package dev.quartermaster.application.catalog;

import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.shared.Actor;

/** Adds a product to the catalogue. */
public interface CreateProduct {

  /**
   * Adds the product.
   *
   * @throws dev.quartermaster.domain.shared.Forbidden without {@code catalog:write}
   * @throws dev.quartermaster.domain.catalog.SkuTaken when a living product has the sku
   */
  Product create(Command command);

  /**
   * @param actor who asks
   * @param details what the product is
   */
  record Command(Actor actor, Product.Details details) {}
}
