package dev.quartermaster.bootstrap.contexts;

import dev.quartermaster.application.catalog.FindOffers;
import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.ordering.Offers;

final class CatalogOffers implements Offers {
  private final FindOffers findOffers;

  CatalogOffers(FindOffers findOffers) {
    this.findOffers = findOffers;
  }

  @Override
  public boolean has(ProductId product) {
    return findOffers.find(product);
  }
}
