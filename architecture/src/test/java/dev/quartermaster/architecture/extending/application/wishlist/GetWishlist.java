package dev.quartermaster.architecture.extending.application.wishlist;

import dev.quartermaster.architecture.extending.domain.wishlist.Wishlist;
import dev.quartermaster.domain.shared.Actor;

/** Reads the customer's wishlist. */
public interface GetWishlist {

  /**
   * Reads the actor's own list.
   *
   * @throws dev.quartermaster.domain.shared.Unauthenticated when nobody is signed in
   */
  Wishlist get(Query query);

  /**
   * @param actor whose list it is
   */
  record Query(Actor actor) {}
}
