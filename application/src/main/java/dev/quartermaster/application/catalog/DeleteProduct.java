package dev.quartermaster.application.catalog;

import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.ExpectedVersion;

/** Takes a product out of the catalogue. */
public interface DeleteProduct {

  /**
   * Deletes the product; orders that name it stay as they are, and its sku is free again.
   *
   * @throws dev.quartermaster.domain.shared.Forbidden without {@code catalog:write}
   * @throws dev.quartermaster.domain.shared.NotFound when there is no such product
   * @throws dev.quartermaster.domain.shared.StaleVersion when the product has changed since
   */
  void delete(Command command);

  /**
   * @param actor who asks
   * @param productId which product
   * @param expected the version that the actor has read
   */
  record Command(Actor actor, ProductId productId, ExpectedVersion expected) {}
}
