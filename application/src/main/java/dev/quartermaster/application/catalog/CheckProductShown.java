package dev.quartermaster.application.catalog;

import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.shared.Actor;

/** Tells whether somebody may know of a product, for those who tell more about it. */
public interface CheckProductShown {

  /** Whether there is such a product that {@link GetProduct} shows to the actor. */
  boolean isShown(Query query);

  /**
   * @param actor who asks
   * @param productId which product
   */
  record Query(Actor actor, ProductId productId) {}
}
