package dev.quartermaster.application.catalog;

import dev.quartermaster.domain.catalog.AttributeValue;
import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.catalog.ProductStatus;
import dev.quartermaster.domain.catalog.Sku;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.ExpectedVersion;
import dev.quartermaster.domain.shared.Money;
import java.util.Map;
import java.util.Optional;

/** Changes a product. */
public interface EditProduct {

  /**
   * Changes the given details and leaves the others.
   *
   * @throws dev.quartermaster.domain.shared.Forbidden without {@code catalog:write}
   * @throws dev.quartermaster.domain.shared.NotFound when there is no such product
   * @throws dev.quartermaster.domain.shared.StaleVersion when the product has changed since
   * @throws dev.quartermaster.domain.catalog.SkuTaken when another living product has the sku
   */
  Product edit(Command command);

  /**
   * @param actor who asks
   * @param productId which product
   * @param expected the version that the actor has read
   * @param changes what shall be different
   */
  record Command(Actor actor, ProductId productId, ExpectedVersion expected, Changes changes) {}

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
  record Changes(
      Optional<Sku> sku,
      Optional<String> name,
      Optional<String> description,
      Optional<String> category,
      Optional<Money> price,
      Optional<Map<String, AttributeValue>> attributes,
      Optional<ProductStatus> status) {
    public Changes {
      attributes = attributes.map(Map::copyOf);
    }

    /** The details with the changes made. */
    Product.Details appliedTo(Product.Details details) {
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
}
