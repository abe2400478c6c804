package dev.quartermaster.bootstrap.contexts;

import dev.quartermaster.application.catalog.CheckProductExists;
import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.inventory.StockedProducts;
import jakarta.inject.Singleton;

/** The inventory's view of the catalogue. */
@Singleton
final class CatalogStockedProducts implements StockedProducts {
  private final CheckProductExists checkProductExists;

  CatalogStockedProducts(CheckProductExists checkProductExists) {
    this.checkProductExists = checkProductExists;
  }

  @Override
  public boolean exists(ProductId productId) {
    return checkProductExists.exists(new CheckProductExists.Query(productId));
  }
}
