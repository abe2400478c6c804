package dev.quartermaster.architecture.extending.application.wishlist;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.architecture.extending.domain.wishlist.Wishlist;
import dev.quartermaster.architecture.extending.domain.wishlist.Wishlists;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.domain.shared.UserId;

@UseCase
final class GetWishlistService implements GetWishlist {
  private final UnitOfWork unitOfWork;
  private final Wishlists wishlists;

  GetWishlistService(UnitOfWork unitOfWork, Wishlists wishlists) {
    this.unitOfWork = unitOfWork;
    this.wishlists = wishlists;
  }

  @Override
  public Wishlist get(Query query) {
    UserId customer = query.actor().requireUser();
    return unitOfWork.inTransaction(() -> wishlists.find(customer));
  }
}
