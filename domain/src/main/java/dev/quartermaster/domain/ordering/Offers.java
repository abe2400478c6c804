package dev.quartermaster.domain.ordering;

import dev.quartermaster.domain.catalog.ProductId;
import java.util.List;
import java.util.Set;

/** What ordering needs to know of the catalogue. */
public interface Offers {

  /** The offers of those products that are for sale, in no particular order. */
  List<Offer> of(Set<ProductId> productIds);
}
