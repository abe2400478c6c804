package dev.quartermaster.application.catalog;

import dev.quartermaster.domain.catalog.ProductId;

final class FindOffersService implements FindOffers {
  @Override
  public boolean find(ProductId product) {
    return true;
  }
}
