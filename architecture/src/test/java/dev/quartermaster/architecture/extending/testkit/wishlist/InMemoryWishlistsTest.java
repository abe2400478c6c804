package dev.quartermaster.architecture.extending.testkit.wishlist;

import dev.quartermaster.architecture.extending.domain.wishlist.Wishlists;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;

class InMemoryWishlistsTest extends WishlistsContract {
  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final InMemoryWishlists port = new InMemoryWishlists(unitOfWork);

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected Wishlists wishlists() {
    return port;
  }
}
