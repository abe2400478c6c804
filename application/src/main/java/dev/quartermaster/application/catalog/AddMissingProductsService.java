package dev.quartermaster.application.catalog;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.catalog.Products;
import dev.quartermaster.domain.shared.Identifiers;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

@UseCase
final class AddMissingProductsService implements AddMissingProducts {
  private final UnitOfWork unitOfWork;
  private final Products products;
  private final Identifiers identifiers;
  private final InstantSource clock;

  AddMissingProductsService(
      UnitOfWork unitOfWork, Products products, Identifiers identifiers, InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.products = products;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  @Override
  public List<Product> add(Command command) {
    command.actor().require(Permission.CATALOG_WRITE);
    Instant now = clock.instant();
    List<Product> candidates =
        command.products().stream()
            .map(details -> Product.create(new ProductId(identifiers.next()), details, now))
            .toList();
    return unitOfWork.inTransaction(() -> products.addMissing(candidates));
  }
}
