package dev.quartermaster.bootstrap.contexts;

import dev.quartermaster.bootstrap.EmbeddedServersResource;
import dev.quartermaster.domain.catalog.Products;
import dev.quartermaster.domain.inventory.StockedProducts;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.testkit.inventory.StockedProductsContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

/** {@link StockedProductsContract} on the catalogue. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
class CatalogStockedProductsTest extends StockedProductsContract {
  @Inject UnitOfWork unitOfWork;
  @Inject StockedProducts stockedProducts;
  @Inject Products products;

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected StockedProducts stockedProducts() {
    return stockedProducts;
  }

  @Override
  protected Products catalogue() {
    return products;
  }
}
