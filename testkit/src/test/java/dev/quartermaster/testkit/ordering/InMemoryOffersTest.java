package dev.quartermaster.testkit.ordering;

import dev.quartermaster.domain.catalog.Products;
import dev.quartermaster.domain.ordering.Offers;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.testkit.catalog.InMemoryProducts;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;

class InMemoryOffersTest extends OffersContract {
  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final InMemoryProducts catalogue = new InMemoryProducts(unitOfWork);
  private final InMemoryOffers port = new InMemoryOffers(catalogue);

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected Offers offers() {
    return port;
  }

  @Override
  protected Products catalogue() {
    return catalogue;
  }
}
