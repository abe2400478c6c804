package dev.quartermaster.architecture.extending.domain.wishlist;

import dev.quartermaster.domain.shared.UserId;

/** All wishlists. A customer who never wished for anything has an empty one. */
public interface Wishlists {

  /** The customer's list. */
  Wishlist find(UserId customerId);

  /** The customer's list, locked until the transaction ends, also while it is empty. */
  Wishlist findForUpdate(UserId customerId);

  /** Replaces the stored list. */
  void save(Wishlist wishlist);
}
