package dev.quartermaster.persistence.catalog;

import dev.quartermaster.domain.catalog.ProductImports;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.testkit.catalog.ProductImportsContract;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

/** {@link ProductImportsContract} on PostgreSQL. */
@QuarkusTest
class PostgresProductImportsTest extends ProductImportsContract {
  @Inject UnitOfWork unitOfWork;
  @Inject ProductImports imports;

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected ProductImports imports() {
    return imports;
  }
}
