package dev.quartermaster.application.catalog;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.catalog.Products;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.util.List;

@UseCase
final class FindProductsService implements FindProducts {
  private final UnitOfWork unitOfWork;
  private final Products products;

  FindProductsService(UnitOfWork unitOfWork, Products products) {
    this.unitOfWork = unitOfWork;
    this.products = products;
  }

  @Override
  public List<Product> find(Query query) {
    boolean seesAll = query.actor().may(Permission.CATALOG_WRITE);
    return unitOfWork.inTransaction(() -> products.findAll(query.productIds())).stream()
        .filter(product -> seesAll || product.isForSale())
        .toList();
  }
}
