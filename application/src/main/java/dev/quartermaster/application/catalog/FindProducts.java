package dev.quartermaster.application.catalog;

import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.shared.Actor;
import java.util.List;
import java.util.Set;

/** Reads many products at once. */
public interface FindProducts {

  /**
   * Those of the products that are for sale, or with {@code catalog:write} any, in no particular
   * order.
   */
  List<Product> find(Query query);

  /**
   * @param actor who asks
   * @param productIds which products
   */
  record Query(Actor actor, Set<ProductId> productIds) {
    public Query {
      productIds = Set.copyOf(productIds);
    }
  }
}
