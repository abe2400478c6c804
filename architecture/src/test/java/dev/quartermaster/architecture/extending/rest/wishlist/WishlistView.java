package dev.quartermaster.architecture.extending.rest.wishlist;

import dev.quartermaster.architecture.extending.domain.wishlist.Wishlist;
import dev.quartermaster.domain.catalog.ProductId;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A wishlist as its customer sees it. */
@Schema(name = "Wishlist", description = "What a customer would like to have")
record WishlistView(
    @Schema(description = "The products, in the order in which they were wished for")
        List<UUID> productIds) {
  static final String PATH = "/api/v1/wishlist";

  WishlistView {
    productIds = List.copyOf(productIds);
  }

  static WishlistView of(Wishlist wishlist) {
    return new WishlistView(wishlist.productIds().stream().map(ProductId::value).toList());
  }
}
