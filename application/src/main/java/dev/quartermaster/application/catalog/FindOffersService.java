package dev.quartermaster.application.catalog;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.catalog.Products;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.util.List;

@UseCase
final class FindOffersService implements FindOffers {
  private final UnitOfWork unitOfWork;
  private final Products products;

  FindOffersService(UnitOfWork unitOfWork, Products products) {
    this.unitOfWork = unitOfWork;
    this.products = products;
  }

  @Override
  public List<Product> find(Query query) {
    return unitOfWork.reading(() -> products.findAll(query.productIds())).stream()
        .filter(Product::isForSale)
        .toList();
  }
}
