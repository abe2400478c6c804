package dev.quartermaster.architecture.extending.application.wishlist;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.architecture.extending.domain.wishlist.WishedProducts;
import dev.quartermaster.architecture.extending.domain.wishlist.Wishlist;
import dev.quartermaster.architecture.extending.domain.wishlist.Wishlists;
import dev.quartermaster.domain.shared.AuditEntry;
import dev.quartermaster.domain.shared.AuditTrail;
import dev.quartermaster.domain.shared.NotFound;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.domain.shared.UserId;
import java.time.InstantSource;

@UseCase
final class AddWishService implements AddWish {
  private final UnitOfWork unitOfWork;
  private final Wishlists wishlists;
  private final WishedProducts products;
  private final AuditTrail auditTrail;
  private final InstantSource clock;

  AddWishService(
      UnitOfWork unitOfWork,
      Wishlists wishlists,
      WishedProducts products,
      AuditTrail auditTrail,
      InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.wishlists = wishlists;
    this.products = products;
    this.auditTrail = auditTrail;
    this.clock = clock;
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
          auditTrail.append(
              AuditEntry.of(
                  command.actor(), "wish.added", "product", command.productId(), clock.instant()));
          return wishlist;
        });
  }
}
