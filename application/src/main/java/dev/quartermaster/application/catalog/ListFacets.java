package dev.quartermaster.application.catalog;

import dev.quartermaster.domain.catalog.AttributeValue;
import dev.quartermaster.domain.catalog.Facet;
import dev.quartermaster.domain.catalog.ProductStatus;
import dev.quartermaster.domain.shared.Actor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Counts listed products by what they have in common, so that a list can be narrowed. */
public interface ListFacets {
  /** How many fields can be counted at once. */
  int MAX_FIELDS = 5;

  /**
   * Counts the products that {@link ListProducts} lists.
   *
   * @return what is counted for each field, in the order of the fields
   * @throws dev.quartermaster.domain.shared.InvalidInput when there are more than {@value
   *     #MAX_FIELDS} fields
   * @throws dev.quartermaster.domain.shared.Unauthenticated when somebody who has not signed in
   *     asks for another status than active
   * @throws dev.quartermaster.domain.shared.Forbidden when a user asks for a status that they may
   *     not see
   */
  List<Facet> list(Query query);

  /**
   * @param actor who asks
   * @param text see {@link ListProducts.Query}
   * @param category see {@link ListProducts.Query}
   * @param minPrice see {@link ListProducts.Query}
   * @param maxPrice see {@link ListProducts.Query}
   * @param status see {@link ListProducts.Query}
   * @param attributes see {@link ListProducts.Query}
   * @param fields what to count by
   */
  record Query(
      Actor actor,
      Optional<String> text,
      Optional<String> category,
      OptionalLong minPrice,
      OptionalLong maxPrice,
      Optional<ProductStatus> status,
      Map<String, Set<AttributeValue>> attributes,
      List<Facet.Field> fields) {
    public Query {
      Map<String, Set<AttributeValue>> copies = new HashMap<>();
      attributes.forEach((name, values) -> copies.put(name, Set.copyOf(values)));
      attributes = Map.copyOf(copies);
      fields = List.copyOf(fields);
    }
  }
}
