package dev.quartermaster.domain.inventory;

import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.shared.Actor;

/** What the inventory needs to know of the catalogue. */
public interface StockedProducts {

  /** Whether there is such a product. */
  boolean exists(ProductId productId);

  /** Whether there is such a product that the catalogue shows to the actor. */
  boolean isShown(ProductId productId, Actor actor);
}
