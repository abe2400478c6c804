package dev.quartermaster.domain.catalog;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Which products a list holds; every condition given must be met.
 *
 * @param text what is searched; see {@link Products#list}
 * @param category exactly this category
 * @param minPrice at least this price, in minor units
 * @param maxPrice at most this price, in minor units
 * @param statuses any of these
 * @param attributes for each attribute named, any of these values
 */
public record ProductFilter(
    Optional<String> text,
    Optional<String> category,
    OptionalLong minPrice,
    OptionalLong maxPrice,
    Set<ProductStatus> statuses,
    Map<String, Set<AttributeValue>> attributes) {
  public ProductFilter {
    statuses = Set.copyOf(statuses);
    Map<String, Set<AttributeValue>> copies = new HashMap<>();
    attributes.forEach((name, values) -> copies.put(name, Set.copyOf(values)));
    attributes = Map.copyOf(copies);
  }

  /** Whether products are searched by what is in them, rather than listed by where they belong. */
  public boolean isSearch() {
    return text.isPresent() || !attributes.isEmpty();
  }
}
