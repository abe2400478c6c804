package dev.quartermaster.application.catalog;

import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.shared.Actor;
import java.util.Optional;

/** Reads one product. */
public interface GetProduct {

  /**
   * Reads a product that is for sale, or with {@code catalog:write} any.
   *
   * @throws dev.quartermaster.domain.shared.NotFound when there is none that the actor may see
   */
  Product get(Query query);

  /**
   * {@link #get} for those who must not wait, such as event loops. Empty means that {@link #get}
   * has to be asked, which may refuse.
   */
  Optional<Product> getAtHand(Query query);

  /**
   * @param actor who asks
   * @param productId which product
   */
  record Query(Actor actor, ProductId productId) {}
}
