package dev.quartermaster.architecture.extending.domain.wishlist;

import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.shared.UserId;
import java.util.ArrayList;
import java.util.List;

/**
 * What a customer would like to have.
 *
 * @param customerId whose wishes they are
 * @param productIds the products, in the order in which they were wished for; no product twice
 */
public record Wishlist(UserId customerId, List<ProductId> productIds) {
  public static final int MAX_WISHES = 100;

  public Wishlist {
    productIds = List.copyOf(productIds);
  }

  /** The list of a customer who never wished for anything. */
  public static Wishlist empty(UserId customerId) {
    return new Wishlist(customerId, List.of());
  }

  /**
   * The list with the product on it; the same list if it was there before.
   *
   * @throws WishlistFull when there is no room for another wish
   */
  public Wishlist with(ProductId productId) {
    if (productIds.contains(productId)) {
      return this;
    }
    if (productIds.size() == MAX_WISHES) {
      throw new WishlistFull();
    }
    List<ProductId> longer = new ArrayList<>(productIds);
    longer.add(productId);
    return new Wishlist(customerId, longer);
  }
}
