package dev.quartermaster.application.catalog;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.catalog.ProductFilter;
import dev.quartermaster.domain.catalog.ProductStatus;
import dev.quartermaster.domain.catalog.Products;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.Slice;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

@UseCase
final class ListProductsService implements ListProducts {
  private final UnitOfWork unitOfWork;
  private final Products products;

  ListProductsService(UnitOfWork unitOfWork, Products products) {
    this.unitOfWork = unitOfWork;
    this.products = products;
  }

  @Override
  public Slice<Product> list(Query query) {
    ProductFilter filter =
        new ProductFilter(
            query.text(),
            query.category(),
            query.minPrice(),
            query.maxPrice(),
            visibleStatuses(query.actor(), query.status()));
    return unitOfWork.inTransaction(() -> products.list(filter, query.page()));
  }

  private static Set<ProductStatus> visibleStatuses(Actor actor, Optional<ProductStatus> wanted) {
    boolean seesAll = actor.may(Permission.CATALOG_WRITE);
    if (wanted.isPresent()) {
      if (!seesAll && wanted.get() != ProductStatus.ACTIVE) {
        actor.require(Permission.CATALOG_WRITE);
      }
      return Set.of(wanted.get());
    }
    return seesAll ? EnumSet.allOf(ProductStatus.class) : Set.of(ProductStatus.ACTIVE);
  }
}
