package dev.quartermaster.bootstrap.contexts;

import dev.quartermaster.bootstrap.EmbeddedServersResource;
import dev.quartermaster.domain.catalog.Products;
import dev.quartermaster.domain.ordering.Offers;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.testkit.ordering.OffersContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

/** {@link OffersContract} on the catalogue. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
class CatalogOffersTest extends OffersContract {
  @Inject UnitOfWork unitOfWork;
  @Inject Offers offers;
  @Inject Products products;

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected Offers offers() {
    return offers;
  }

  @Override
  protected Products catalogue() {
    return products;
  }
}
