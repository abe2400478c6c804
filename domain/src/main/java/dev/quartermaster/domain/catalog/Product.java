package dev.quartermaster.domain.catalog;

import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.FieldError;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.domain.shared.Money;
import dev.quartermaster.domain.shared.Permission;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An article of the catalogue.
 *
 * @param id never changes
 * @param sku unique among the living products
 * @param name 1 to {@value #MAX_NAME_LENGTH} characters
 * @param description at most {@value #MAX_DESCRIPTION_LENGTH} characters; may be empty
 * @param category at most {@value #MAX_CATEGORY_LENGTH} characters
 * @param price the price of one piece
 * @param attributes at most {@value #MAX_ATTRIBUTES} further properties by name
 * @param status whether it is for sale
 * @param createdAt when it was added
 * @param updatedAt when it last changed
 * @param version counts the changes, from 1
 */
public record Product(
    ProductId id,
    Sku sku,
    String name,
    String description,
    Optional<String> category,
    Money price,
    Map<String, AttributeValue> attributes,
    ProductStatus status,
    Instant createdAt,
    Instant updatedAt,
    long version) {
  public static final int MAX_NAME_LENGTH = 300;
  public static final int MAX_DESCRIPTION_LENGTH = 10_000;
  public static final int MAX_CATEGORY_LENGTH = 100;
  public static final int MAX_ATTRIBUTES = 50;
  public static final int MAX_ATTRIBUTE_NAME_LENGTH = 50;
  public static final int MAX_ATTRIBUTE_TEXT_LENGTH = 500;
  public static final int MAX_ATTRIBUTE_DIGITS = 38;

  public Product {
    name = name.strip();
    category = category.map(String::strip).filter(text -> !text.isEmpty());
    attributes = Map.copyOf(attributes);
    List<FieldError> errors = brokenRules(name, description, category, price, attributes);
    if (!errors.isEmpty()) {
      throw new InvalidInput(errors);
    }
  }

  private static List<FieldError> brokenRules(
      String name,
      String description,
      Optional<String> category,
      Money price,
      Map<String, AttributeValue> attributes) {
    List<FieldError> errors = new ArrayList<>();
    if (name.isEmpty() || name.length() > MAX_NAME_LENGTH) {
      errors.add(new FieldError("name", "must have 1 to " + MAX_NAME_LENGTH + " characters"));
    }
    if (description.length() > MAX_DESCRIPTION_LENGTH) {
      errors.add(
          new FieldError(
              "description", "must have at most " + MAX_DESCRIPTION_LENGTH + " characters"));
    }
    if (category.map(String::length).orElse(0) > MAX_CATEGORY_LENGTH) {
      errors.add(
          new FieldError("category", "must have at most " + MAX_CATEGORY_LENGTH + " characters"));
    }
    if (price.amount() > Money.MAX_PRICE) {
      errors.add(new FieldError("price.amount", "must be at most " + Money.MAX_PRICE));
    }
    checkAttributes(attributes, errors);
    return errors;
  }

  private static void checkAttributes(
      Map<String, AttributeValue> attributes, List<FieldError> errors) {
    if (attributes.size() > MAX_ATTRIBUTES) {
      errors.add(new FieldError("attributes", "must have at most " + MAX_ATTRIBUTES + " entries"));
    }
    attributes.forEach(
        (name, value) -> {
          if (name.isBlank() || name.length() > MAX_ATTRIBUTE_NAME_LENGTH) {
            errors.add(
                new FieldError(
                    "attributes",
                    "names must have 1 to " + MAX_ATTRIBUTE_NAME_LENGTH + " characters"));
          }
          if (value instanceof AttributeValue.Text(var text)
              && text.length() > MAX_ATTRIBUTE_TEXT_LENGTH) {
            errors.add(
                new FieldError(
                    "attributes." + name,
                    "must have at most " + MAX_ATTRIBUTE_TEXT_LENGTH + " characters"));
          }
          if (value instanceof AttributeValue.Numeric(var number)
              && (number.precision() > MAX_ATTRIBUTE_DIGITS
                  || number.scale() > MAX_ATTRIBUTE_DIGITS
                  || number.scale() < -MAX_ATTRIBUTE_DIGITS)) {
            errors.add(
                new FieldError(
                    "attributes." + name, "must have at most " + MAX_ATTRIBUTE_DIGITS + " digits"));
          }
        });
  }

  /** A new product from its details. */
  public static Product create(ProductId id, Details details, Instant at) {
    return new Product(
        id,
        details.sku(),
        details.name(),
        details.description(),
        details.category(),
        details.price(),
        details.attributes(),
        details.status(),
        at,
        at,
        1);
  }

  /** The product with other details. */
  public Product edited(Details details, Instant at) {
    return new Product(
        id,
        details.sku(),
        details.name(),
        details.description(),
        details.category(),
        details.price(),
        details.attributes(),
        details.status(),
        createdAt,
        at,
        version + 1);
  }

  /** What of the product can be edited, as it is now. */
  public Details details() {
    return new Details(sku, name, description, category, price, attributes, status);
  }

  /** What the audit trail tells of the product: all that can be edited, by field. */
  public Map<String, String> auditable() {
    Map<String, String> state = new HashMap<>();
    state.put("sku", sku.value());
    state.put("name", name);
    state.put("description", description);
    category.ifPresent(text -> state.put("category", text));
    state.put("price.amount", Long.toString(price.amount()));
    state.put("price.currency", price.currency().getCurrencyCode());
    attributes.forEach((attribute, value) -> state.put("attributes." + attribute, value.asText()));
    state.put("status", status.code());
    return state;
  }

  /** Whether everyone may see and order it. */
  public boolean isForSale() {
    return status == ProductStatus.ACTIVE;
  }

  /** Whether the actor may know of it: what is not for sale is for those who keep the catalogue. */
  public boolean isShownTo(Actor actor) {
    return isForSale() || actor.may(Permission.CATALOG_WRITE);
  }

  /**
   * What of a product can be edited; the components are those of {@link Product}.
   *
   * @param sku see {@link Product}
   * @param name see {@link Product}
   * @param description see {@link Product}
   * @param category see {@link Product}
   * @param price see {@link Product}
   * @param attributes see {@link Product}
   * @param status see {@link Product}
   */
  public record Details(
      Sku sku,
      String name,
      String description,
      Optional<String> category,
      Money price,
      Map<String, AttributeValue> attributes,
      ProductStatus status) {
    public Details {
      name = name.strip();
      category = category.map(String::strip).filter(text -> !text.isEmpty());
      attributes = Map.copyOf(attributes);
    }

    /**
     * Asserts that a product may be like this.
     *
     * @throws InvalidInput naming every field that breaks a rule
     */
    public void check() {
      List<FieldError> errors = brokenRules(name, description, category, price, attributes);
      if (!errors.isEmpty()) {
        throw new InvalidInput(errors);
      }
    }
  }
}
