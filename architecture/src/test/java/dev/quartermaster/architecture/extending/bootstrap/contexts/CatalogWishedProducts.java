package dev.quartermaster.architecture.extending.bootstrap.contexts;

import dev.quartermaster.application.catalog.CheckProductExists;
import dev.quartermaster.architecture.extending.domain.wishlist.WishedProducts;
import dev.quartermaster.domain.catalog.ProductId;
import jakarta.inject.Singleton;

/** The wishlists' view of the catalogue. */
@Singleton
final class CatalogWishedProducts implements WishedProducts {
  private final CheckProductExists checkProductExists;

  CatalogWishedProducts(CheckProductExists checkProductExists) {
    this.checkProductExists = checkProductExists;
  }

  @Override
  public boolean exists(ProductId productId) {
    return checkProductExists.exists(new CheckProductExists.Query(productId));
  }
}
