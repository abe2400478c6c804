package dev.quartermaster.application.catalog;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.catalog.Products;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.Duration;

@UseCase
final class ExportProductsService implements ExportProducts {
  private static final Duration LIMIT = Duration.ofHours(1);

  private final UnitOfWork unitOfWork;
  private final Products products;

  ExportProductsService(UnitOfWork unitOfWork, Products products) {
    this.unitOfWork = unitOfWork;
    this.products = products;
  }

  @Override
  public void export(Query query) {
    query.actor().require(Permission.CATALOG_WRITE);
    boolean _ =
        unitOfWork.inSnapshot(
            LIMIT,
            () -> {
              query
                  .header()
                  .ifPresent(receiver -> receiver.accept(new Header(products.attributeNames())));
              products.forEach(query.product());
              return true;
            });
  }
}
