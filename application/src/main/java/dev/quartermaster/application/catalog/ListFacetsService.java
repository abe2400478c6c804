package dev.quartermaster.application.catalog;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.catalog.Facet;
import dev.quartermaster.domain.catalog.ProductFilter;
import dev.quartermaster.domain.catalog.Products;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.util.List;

@UseCase
final class ListFacetsService implements ListFacets {
  private final UnitOfWork unitOfWork;
  private final Products products;

  ListFacetsService(UnitOfWork unitOfWork, Products products) {
    this.unitOfWork = unitOfWork;
    this.products = products;
  }

  @Override
  public List<Facet> list(Query query) {
    if (query.fields().size() > MAX_FIELDS) {
      throw InvalidInput.of("facets", "takes at most " + MAX_FIELDS + " fields");
    }
    ProductFilter filter =
        new ProductFilter(
            query.text(),
            query.category(),
            query.minPrice(),
            query.maxPrice(),
            VisibleStatuses.of(query.actor(), query.status()),
            query.attributes());
    return unitOfWork.reading(() -> products.facets(filter, query.fields()));
  }
}
