package dev.quartermaster.bootstrap.contexts;

import dev.quartermaster.application.catalog.FindOffers;
import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.ordering.Offer;
import dev.quartermaster.domain.ordering.Offers;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** Ordering's view of the catalogue. */
@Singleton
final class CatalogOffers implements Offers {
  private final FindOffers findOffers;

  CatalogOffers(FindOffers findOffers) {
    this.findOffers = findOffers;
  }

  @Override
  public List<Offer> of(Set<ProductId> productIds) {
    return findOffers.find(new FindOffers.Query(productIds)).stream()
        .map(CatalogOffers::offer)
        .toList();
  }

  private static Offer offer(Product product) {
    return new Offer(product.id(), product.sku().value(), product.name(), product.price());
  }
}
