package dev.quartermaster.domain.catalog;

import dev.quartermaster.domain.shared.Money;
import java.util.Map;
import java.util.Optional;

/**
 * New details; each is empty to leave what is there.
 *
 * @param sku another sku
 * @param name another name
 * @param description another description
 * @param category another category; a blank text takes it away
 * @param price another price
 * @param attributes all attributes that the product shall have
 * @param status another status
 */
public record ProductChanges(
    Optional<Sku> sku,
    Optional<String> name,
    Optional<String> description,
    Optional<String> category,
    Optional<Money> price,
    Optional<Map<String, AttributeValue>> attributes,
    Optional<ProductStatus> status) {
  public ProductChanges {
    attributes = attributes.map(Map::copyOf);
  }

  /** The details with the changes made. */
  public Product.Details appliedTo(Product.Details details) {
    return new Product.Details(
        sku.orElse(details.sku()),
        name.orElse(details.name()),
        description.orElse(details.description()),
        category.or(details::category),
        price.orElse(details.price()),
        attributes.orElse(details.attributes()),
        status.orElse(details.status()));
  }
}
