package dev.quartermaster.application.catalog;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.catalog.ProductField;
import dev.quartermaster.domain.catalog.ProductFilter;
import dev.quartermaster.domain.catalog.Products;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.domain.shared.Slice;
import dev.quartermaster.domain.shared.Sort;
import java.util.List;
import java.util.Optional;

@UseCase
final class ListProductsService implements ListProducts {
  private final Products products;

  ListProductsService(Products products) {
    this.products = products;
  }

  @Override
  public Slice<Product> list(Query query) {
    refuseSenselessRelevance(query.page().sort(), query.text());
    ProductFilter filter =
        new ProductFilter(
            query.text(),
            query.category(),
            query.minPrice(),
            query.maxPrice(),
            VisibleStatuses.of(query.actor(), query.status()),
            query.attributes());
    return products.list(filter, query.page());
  }

  private static void refuseSenselessRelevance(
      List<Sort<ProductField>> sort, Optional<String> text) {
    Optional<Sort<ProductField>> byRelevance =
        sort.stream().filter(by -> by.field() == ProductField.RELEVANCE).findFirst();
    if (byRelevance.isEmpty()) {
      return;
    }
    if (text.isEmpty()) {
      throw InvalidInput.of("sort", "takes relevance only together with q");
    }
    if (sort.size() > 1 || byRelevance.get().descending()) {
      throw InvalidInput.of("sort", "takes relevance alone, and the best come first");
    }
  }
}
