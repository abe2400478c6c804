package dev.quartermaster.architecture.extending.bootstrap.contexts;

import dev.quartermaster.architecture.extending.domain.wishlist.WishedProducts;
import dev.quartermaster.architecture.extending.testkit.wishlist.WishedProductsContract;
import dev.quartermaster.domain.catalog.Products;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.testkit.catalog.InMemoryProducts;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;

class CatalogWishedProductsTest extends WishedProductsContract {
  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final InMemoryProducts catalogue = new InMemoryProducts(unitOfWork);
  private final CatalogWishedProducts port =
      new CatalogWishedProducts(query -> catalogue.find(query.productId()).isPresent());

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected WishedProducts products() {
    return port;
  }

  @Override
  protected Products catalogue() {
    return catalogue;
  }
}
