package dev.quartermaster.architecture.extending.testkit.wishlist;

import dev.quartermaster.architecture.extending.domain.wishlist.Wishlist;
import dev.quartermaster.architecture.extending.domain.wishlist.Wishlists;
import dev.quartermaster.domain.shared.UserId;
import dev.quartermaster.testkit.shared.InMemoryTable;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;

/** Wishlists in memory. */
public final class InMemoryWishlists implements Wishlists {
  private final InMemoryTable<UserId, Wishlist> wishlists;

  /** No wishes yet. */
  public InMemoryWishlists(InMemoryUnitOfWork unitOfWork) {
    this.wishlists = new InMemoryTable<>(unitOfWork);
  }

  @Override
  public Wishlist find(UserId customerId) {
    return wishlists.find(customerId).orElseGet(() -> Wishlist.empty(customerId));
  }

  @Override
  public Wishlist findForUpdate(UserId customerId) {
    return wishlists.findForUpdate(customerId).orElseGet(() -> Wishlist.empty(customerId));
  }

  @Override
  public void save(Wishlist wishlist) {
    wishlists.put(wishlist.customerId(), wishlist);
  }
}
