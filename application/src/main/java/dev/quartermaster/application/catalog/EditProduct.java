package dev.quartermaster.application.catalog;

import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.catalog.ProductChanges;
import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.ExpectedVersion;

/** Changes a product. */
public interface EditProduct {

  /**
   * Changes the given details and leaves the others.
   *
   * @throws dev.quartermaster.domain.shared.Forbidden without {@code catalog:write}
   * @throws dev.quartermaster.domain.shared.NotFound when there is no such product
   * @throws dev.quartermaster.domain.shared.StaleVersion when the product has changed since
   * @throws dev.quartermaster.domain.catalog.SkuTaken when another living product has the sku
   */
  Product edit(Command command);

  /**
   * @param actor who asks
   * @param productId which product
   * @param expected the version that the actor has read
   * @param changes what shall be different
   */
  record Command(
      Actor actor, ProductId productId, ExpectedVersion expected, ProductChanges changes) {}
}
