package dev.quartermaster.persistence.catalog;

import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.catalog.ProductStatus;
import dev.quartermaster.domain.catalog.Sku;
import dev.quartermaster.domain.shared.Money;
import dev.quartermaster.persistence.shared.Row;
import dev.quartermaster.persistence.shared.SqlArray;
import java.sql.SQLException;
import java.util.Currency;
import java.util.List;

/** A row of {@code products}. */
final class ProductRow {
  /** Adds the rows that {@link #arrays} carries, in the order of their skus. */
  static final String INSERT =
      """
      INSERT INTO products (id, sku, name, description, category, price_amount, price_currency,
                            attributes, status, created_at, updated_at, version)
      SELECT id, sku, name, description, category, price_amount, price_currency,
             CAST(attributes AS jsonb), status, created_at, updated_at, version
      FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) WITH ORDINALITY
          AS added (id, sku, name, description, category, price_amount, price_currency,
                    attributes, status, created_at, updated_at, version, position)
      ORDER BY sku, position
      """;

  /** Replaces the living rows by those that {@link #arrays} carries. */
  static final String UPDATE =
      """
      UPDATE products AS product
      SET sku = state.sku, name = state.name, description = state.description,
          category = state.category, price_amount = state.price_amount,
          price_currency = state.price_currency, attributes = CAST(state.attributes AS jsonb),
          status = state.status, updated_at = state.updated_at, version = state.version
      FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          AS state (id, sku, name, description, category, price_amount, price_currency,
                    attributes, status, created_at, updated_at, version)
      WHERE product.id = state.id AND product.deleted_at IS NULL
      """;

  private ProductRow() {}

  /** The products' columns, each as an array. */
  static Object[] arrays(List<Product> products) {
    return new Object[] {
      SqlArray.uuids(products, product -> product.id().value()),
      SqlArray.texts(products, product -> product.sku().value()),
      SqlArray.texts(products, Product::name),
      SqlArray.texts(products, Product::description),
      SqlArray.optionalTexts(products, Product::category),
      SqlArray.numbers(products, product -> product.price().amount()),
      SqlArray.texts(products, product -> product.price().currency().getCurrencyCode()),
      SqlArray.texts(products, product -> AttributesJson.write(product.attributes())),
      SqlArray.texts(products, product -> product.status().code()),
      SqlArray.instants(products, Product::createdAt),
      SqlArray.instants(products, Product::updatedAt),
      SqlArray.numbers(products, Product::version)
    };
  }

  static Product product(Row row) throws SQLException {
    return new Product(
        new ProductId(row.uuid("id")),
        new Sku(row.text("sku")),
        row.text("name"),
        row.text("description"),
        row.optionalText("category"),
        new Money(row.number("price_amount"), Currency.getInstance(row.text("price_currency"))),
        AttributesJson.read(row.text("attributes")),
        ProductStatus.ofCode(row.text("status")).orElseThrow(),
        row.instant("created_at"),
        row.instant("updated_at"),
        row.number("version"));
  }
}
