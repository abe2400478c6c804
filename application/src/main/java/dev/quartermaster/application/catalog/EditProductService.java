package dev.quartermaster.application.catalog;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.catalog.Products;
import dev.quartermaster.domain.shared.NotFound;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.InstantSource;

@UseCase
final class EditProductService implements EditProduct {
  private final UnitOfWork unitOfWork;
  private final Products products;
  private final InstantSource clock;

  EditProductService(UnitOfWork unitOfWork, Products products, InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.products = products;
    this.clock = clock;
  }

  @Override
  public Product edit(Command command) {
    command.actor().require(Permission.CATALOG_WRITE);
    return unitOfWork.inTransaction(
        () -> {
          Product product =
              products
                  .findForUpdate(command.productId())
                  .orElseThrow(() -> new NotFound("product", command.productId()));
          command.expected().check(product.version());
          Product edited =
              product.edited(command.changes().appliedTo(product.details()), clock.instant());
          if (edited.details().equals(product.details())) {
            return product;
          }
          products.update(edited);
          return edited;
        });
  }
}
