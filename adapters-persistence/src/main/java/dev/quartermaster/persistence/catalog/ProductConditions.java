package dev.quartermaster.persistence.catalog;

import dev.quartermaster.domain.catalog.AttributeValue;
import dev.quartermaster.domain.catalog.ProductFilter;
import dev.quartermaster.domain.catalog.ProductStatus;
import dev.quartermaster.persistence.shared.Conditions;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What rows of {@code products} must meet to be listed. The same filter always gives the same. */
final class ProductConditions {
  private ProductConditions() {}

  /** All conditions of the filter but its text. */
  static Conditions of(ProductFilter filter) {
    Conditions conditions = Conditions.where("deleted_at IS NULL");
    if (filter.category().isPresent()) {
      conditions = conditions.and("category = ?", filter.category().get());
    }
    if (filter.minPrice().isPresent()) {
      conditions = conditions.and("price_amount >= ?", filter.minPrice().getAsLong());
    }
    if (filter.maxPrice().isPresent()) {
      conditions = conditions.and("price_amount <= ?", filter.maxPrice().getAsLong());
    }
    conditions =
        conditions.andOneOf(
            "status", filter.statuses().stream().sorted().map(ProductStatus::code).toList());
    for (Map.Entry<String, Set<AttributeValue>> wanted :
        new TreeMap<>(filter.attributes()).entrySet()) {
      List<String> objects =
          wanted.getValue().stream()
              .map(value -> AttributesJson.write(Map.of(wanted.getKey(), value)))
              .sorted()
              .toList();
      conditions = conditions.and(anyContained(objects.size()), objects.toArray());
    }
    return conditions;
  }

  /** Containment one by one, since an index can't look for any of an array's objects. */
  private static String anyContained(int objects) {
    return "("
        + String.join(" OR ", Collections.nCopies(objects, "attributes @> CAST(? AS jsonb)"))
        + ")";
  }
}
