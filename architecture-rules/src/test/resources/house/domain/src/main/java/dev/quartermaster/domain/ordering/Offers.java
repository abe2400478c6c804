package dev.quartermaster.domain.ordering;

import dev.quartermaster.domain.catalog.ProductId;

public interface Offers {
  boolean has(ProductId product);
}
