package dev.quartermaster.testkit.catalog;

import dev.quartermaster.domain.catalog.ProductImports;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;

class InMemoryProductImportsTest extends ProductImportsContract {
  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final InMemoryProductImports port = new InMemoryProductImports(unitOfWork);

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected ProductImports imports() {
    return port;
  }
}
