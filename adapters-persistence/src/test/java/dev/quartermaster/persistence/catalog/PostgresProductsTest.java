package dev.quartermaster.persistence.catalog;

import dev.quartermaster.domain.catalog.Products;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.testkit.catalog.ProductsContract;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

/** {@link ProductsContract} on PostgreSQL. */
@QuarkusTest
class PostgresProductsTest extends ProductsContract {
  @Inject UnitOfWork unitOfWork;
  @Inject Products products;

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected Products products() {
    return products;
  }
}
