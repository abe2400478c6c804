package dev.quartermaster.testkit.catalog;

import dev.quartermaster.domain.catalog.AttributeValue;
import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.catalog.ProductStatus;
import dev.quartermaster.domain.catalog.Sku;
import dev.quartermaster.domain.shared.Identifiers;
import dev.quartermaster.domain.shared.Money;
import java.time.Instant;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;

/** Products to test with. */
public final class Articles {
  private static final Currency EUR = Currency.getInstance("EUR");

  private Articles() {}

  /** The details of a mug for sale at 12.50 euros, under that sku. */
  public static Product.Details mug(String sku) {
    return new Product.Details(
        new Sku(sku),
        "Mug",
        "A mug for tea.",
        Optional.of("kitchen"),
        new Money(1_250, EUR),
        Map.of(),
        ProductStatus.ACTIVE);
  }

  /** The details under another name. */
  public static Product.Details named(Product.Details details, String name) {
    return new Product.Details(
        details.sku(),
        name,
        details.description(),
        details.category(),
        details.price(),
        details.attributes(),
        details.status());
  }

  /** The details with another sku. */
  public static Product.Details underSku(Product.Details details, Sku sku) {
    return new Product.Details(
        sku,
        details.name(),
        details.description(),
        details.category(),
        details.price(),
        details.attributes(),
        details.status());
  }

  /** The details in another category, or in none. */
  public static Product.Details inCategory(Product.Details details, Optional<String> category) {
    return new Product.Details(
        details.sku(),
        details.name(),
        details.description(),
        category,
        details.price(),
        details.attributes(),
        details.status());
  }

  /** The details at another price. */
  public static Product.Details at(Product.Details details, Money price) {
    return new Product.Details(
        details.sku(),
        details.name(),
        details.description(),
        details.category(),
        price,
        details.attributes(),
        details.status());
  }

  /** The details at another price in euros, given in cents. */
  public static Product.Details at(Product.Details details, long cents) {
    return at(details, new Money(cents, EUR));
  }

  /** The details with other attributes. */
  public static Product.Details with(
      Product.Details details, Map<String, AttributeValue> attributes) {
    return new Product.Details(
        details.sku(),
        details.name(),
        details.description(),
        details.category(),
        details.price(),
        attributes,
        details.status());
  }

  /** The details with another status. */
  public static Product.Details inStatus(Product.Details details, ProductStatus status) {
    return new Product.Details(
        details.sku(),
        details.name(),
        details.description(),
        details.category(),
        details.price(),
        details.attributes(),
        status);
  }

  /** A new product with those details. */
  public static Product product(Identifiers identifiers, Product.Details details, Instant at) {
    return Product.create(new ProductId(identifiers.next()), details, at);
  }
}
