package dev.quartermaster.application.catalog;

import dev.quartermaster.domain.catalog.AttributeValue;
import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.catalog.ProductField;
import dev.quartermaster.domain.catalog.ProductStatus;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Slice;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Lists products. */
public interface ListProducts {

  /**
   * Lists products that are for sale, or with {@code catalog:write} those of any status.
   *
   * @throws dev.quartermaster.domain.shared.InvalidInput when the list is to be sorted by relevance
   *     without a text, or by more than that
   * @throws dev.quartermaster.domain.shared.Unauthenticated when somebody who has not signed in
   *     asks for another status than active
   * @throws dev.quartermaster.domain.shared.Forbidden when a user asks for a status that they may
   *     not see
   */
  Slice<Product> list(Query query);

  /**
   * @param actor who asks
   * @param text what is searched, as in {@link dev.quartermaster.domain.catalog.Products#list};
   *     empty for all
   * @param category exactly this category; empty for all
   * @param minPrice at least this price, in minor units; empty for all
   * @param maxPrice at most this price, in minor units; empty for all
   * @param status exactly this status; empty for all that the actor may see
   * @param attributes for each attribute named, any of these values
   * @param page which part of the list
   */
  record Query(
      Actor actor,
      Optional<String> text,
      Optional<String> category,
      OptionalLong minPrice,
      OptionalLong maxPrice,
      Optional<ProductStatus> status,
      Map<String, Set<AttributeValue>> attributes,
      PageRequest<ProductField> page) {
    public Query {
      Map<String, Set<AttributeValue>> copies = new HashMap<>();
      attributes.forEach((name, values) -> copies.put(name, Set.copyOf(values)));
      attributes = Map.copyOf(copies);
    }
  }
}
