package dev.quartermaster.rest.inventory;

import dev.quartermaster.application.inventory.FindStock;
import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.inventory.StockLevel;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.rest.shared.Expansion;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The stock of products, within them. */
@Singleton
final class StockExpansion implements Expansion {
  private final FindStock findStock;

  StockExpansion(FindStock findStock) {
    this.findStock = findStock;
  }

  @Override
  public String kind() {
    return "stock";
  }

  @Override
  public Map<UUID, StockView> find(Actor asking, Set<UUID> productIds) {
    Set<ProductId> wanted =
        productIds.stream().map(ProductId::new).collect(Collectors.toUnmodifiableSet());
    return findStock.find(new FindStock.Query(wanted)).stream()
        .collect(Collectors.toMap(StockExpansion::productId, StockView::of));
  }

  private static UUID productId(StockLevel level) {
    return level.productId().value();
  }
}
