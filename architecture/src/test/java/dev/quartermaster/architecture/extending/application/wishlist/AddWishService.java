package dev.quartermaster.architecture.extending.application.wishlist;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.architecture.extending.domain.wishlist.WishedProducts;
import dev.quartermaster.architecture.extending.domain.wishlist.Wishlist;
import dev.quartermaster.architecture.extending.domain.wishlist.Wishlists;
import dev.quartermaster.domain.shared.NotFound;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.domain.shared.UserId;

@UseCase
final class AddWishService implements AddWish {
  private final UnitOfWork unitOfWork;
  private final Wishlists wishlists;
  private final WishedProducts products;

  AddWishService(UnitOfWork unitOfWork, Wishlists wishlists, WishedProducts products) {
    this.unitOfWork = unitOfWork;
    this.wishlists = wishlists;
    this.products = products;
  }

  @Override
  public Wishlist add(Command command) {
    UserId customer = command.actor().requireUser();
    if (!products.exists(command.productId())) {
      throw new NotFound("product", command.productId());
    }
    return unitOfWork.inTransaction(
        () -> {
          Wishlist wishlist = wishlists.findForUpdate(customer).with(command.productId());
          wishlists.save(wishlist);
          return wishlist;
        });
  }
}
