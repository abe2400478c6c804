package dev.quartermaster.architecture.extending.application.wishlist;

import dev.quartermaster.architecture.extending.domain.wishlist.Wishlist;
import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.shared.Actor;

/** Puts a product on the customer's wishlist. */
public interface AddWish {

  /**
   * Adds the product, unless it is on the list already.
   *
   * @return the list as it is then
   * @throws dev.quartermaster.domain.shared.Unauthenticated when nobody is signed in
   * @throws dev.quartermaster.domain.shared.NotFound when there is no such product
   * @throws dev.quartermaster.architecture.extending.domain.wishlist.WishlistFull when there is no
   *     room for another wish
   */
  Wishlist add(Command command);

  /**
   * @param actor who wishes
   * @param productId for which product
   */
  record Command(Actor actor, ProductId productId) {}
}
