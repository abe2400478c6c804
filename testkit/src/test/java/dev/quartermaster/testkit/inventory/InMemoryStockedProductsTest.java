package dev.quartermaster.testkit.inventory;

import dev.quartermaster.domain.catalog.Products;
import dev.quartermaster.domain.inventory.StockedProducts;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.testkit.catalog.InMemoryProducts;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;

class InMemoryStockedProductsTest extends StockedProductsContract {
  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final InMemoryProducts catalogue = new InMemoryProducts(unitOfWork);
  private final InMemoryStockedProducts port = new InMemoryStockedProducts(catalogue);

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected StockedProducts stockedProducts() {
    return port;
  }

  @Override
  protected Products catalogue() {
    return catalogue;
  }
}
