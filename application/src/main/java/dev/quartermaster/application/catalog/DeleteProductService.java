package dev.quartermaster.application.catalog;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.catalog.Products;
import dev.quartermaster.domain.shared.NotFound;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.InstantSource;

@UseCase
final class DeleteProductService implements DeleteProduct {
  private final UnitOfWork unitOfWork;
  private final Products products;
  private final InstantSource clock;

  DeleteProductService(UnitOfWork unitOfWork, Products products, InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.products = products;
    this.clock = clock;
  }

  @Override
  public void delete(Command command) {
    command.actor().require(Permission.CATALOG_WRITE);
    unitOfWork.inTransaction(
        () -> {
          Product product =
              products
                  .findForUpdate(command.productId())
                  .orElseThrow(() -> new NotFound("product", command.productId()));
          command.expected().check(product.version());
          products.delete(product.id(), clock.instant());
        });
  }
}
