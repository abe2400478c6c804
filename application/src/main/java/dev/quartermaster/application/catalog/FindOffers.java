package dev.quartermaster.application.catalog;

import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.catalog.ProductId;
import java.util.List;
import java.util.Set;

/** Reads products as they can be ordered now. */
public interface FindOffers {

  /** Those of the products that are for sale, as stored and never from a cache. */
  List<Product> find(Query query);

  /**
   * @param productIds which products
   */
  record Query(Set<ProductId> productIds) {
    public Query {
      productIds = Set.copyOf(productIds);
    }
  }
}
