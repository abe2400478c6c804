package dev.quartermaster.rest.catalog;

import dev.quartermaster.application.catalog.FindProducts;
import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.rest.shared.Expansion;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Products as they are now, within what names them. */
@Singleton
final class ProductExpansion implements Expansion {
  private final FindProducts findProducts;

  ProductExpansion(FindProducts findProducts) {
    this.findProducts = findProducts;
  }

  @Override
  public String kind() {
    return "product";
  }

  @Override
  public Map<UUID, ProductView> find(Actor asking, Set<UUID> ids) {
    Set<ProductId> wanted =
        ids.stream().map(ProductId::new).collect(Collectors.toUnmodifiableSet());
    return findProducts.find(new FindProducts.Query(asking, wanted)).stream()
        .map(product -> ProductView.of(product, asking))
        .collect(Collectors.toMap(ProductView::id, view -> view));
  }
}
