package dev.quartermaster.bootstrap.contexts;

import dev.quartermaster.application.catalog.CheckProductExists;
import dev.quartermaster.application.catalog.CheckProductShown;
import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.inventory.StockedProducts;
import dev.quartermaster.domain.shared.Actor;
import jakarta.inject.Singleton;

/** The inventory's view of the catalogue. */
@Singleton
final class CatalogStockedProducts implements StockedProducts {
  private final CheckProductExists checkProductExists;
  private final CheckProductShown checkProductShown;

  CatalogStockedProducts(
      CheckProductExists checkProductExists, CheckProductShown checkProductShown) {
    this.checkProductExists = checkProductExists;
    this.checkProductShown = checkProductShown;
  }

  @Override
  public boolean exists(ProductId productId) {
    return checkProductExists.exists(new CheckProductExists.Query(productId));
  }

  @Override
  public boolean isShown(ProductId productId, Actor actor) {
    return checkProductShown.isShown(new CheckProductShown.Query(actor, productId));
  }
}
