package dev.quartermaster.application.catalog;

import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.shared.Actor;

/** Reads one product. */
public interface GetProduct {

  /**
   * Reads a product that is for sale, or with {@code catalog:write} any.
   *
   * @throws dev.quartermaster.domain.shared.NotFound when there is none that the actor may see
   */
  Product get(Query query);

  /**
   * @param actor who asks
   * @param productId which product
   */
  record Query(Actor actor, ProductId productId) {}
}
