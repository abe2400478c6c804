package dev.quartermaster.application.catalog;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.catalog.Products;
import dev.quartermaster.domain.shared.Identifiers;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.InstantSource;

@UseCase
final class CreateProductService implements CreateProduct {
  private final UnitOfWork unitOfWork;
  private final Products products;
  private final Identifiers identifiers;
  private final InstantSource clock;

  CreateProductService(
      UnitOfWork unitOfWork, Products products, Identifiers identifiers, InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.products = products;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  @Override
  public Product create(Command command) {
    command.actor().require(Permission.CATALOG_WRITE);
    Product product =
        Product.create(new ProductId(identifiers.next()), command.details(), clock.instant());
    unitOfWork.inTransaction(() -> products.add(product));
    return product;
  }
}
