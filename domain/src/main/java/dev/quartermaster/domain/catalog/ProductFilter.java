package dev.quartermaster.domain.catalog;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Which products a list holds; every condition given must be met.
 *
 * @param text part of the name or the sku, whatever its capitals
 * @param category exactly this category
 * @param minPrice at least this price, in minor units
 * @param maxPrice at most this price, in minor units
 * @param statuses any of these
 */
public record ProductFilter(
    Optional<String> text,
    Optional<String> category,
    OptionalLong minPrice,
    OptionalLong maxPrice,
    Set<ProductStatus> statuses) {
  public ProductFilter {
    statuses = Set.copyOf(statuses);
  }
}
