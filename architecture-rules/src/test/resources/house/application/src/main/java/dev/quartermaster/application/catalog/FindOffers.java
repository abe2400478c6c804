package dev.quartermaster.application.catalog;

import dev.quartermaster.domain.catalog.ProductId;

public interface FindOffers {
  boolean find(ProductId product);
}
