package dev.quartermaster.persistence.ordering;

import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.ordering.OrderLine;
import dev.quartermaster.domain.shared.Money;
import dev.quartermaster.persistence.shared.Row;
import java.sql.SQLException;
import java.util.Currency;
import java.util.UUID;

/** A row of {@code order_lines}; its currency is the order's. */
record OrderLineRow(
    UUID orderId, ProductId productId, String sku, String name, int quantity, long unitPrice) {

  static OrderLineRow read(Row row) throws SQLException {
    return new OrderLineRow(
        row.uuid("order_id"),
        new ProductId(row.uuid("product_id")),
        row.text("sku"),
        row.text("name"),
        row.smallNumber("quantity"),
        row.number("unit_price"));
  }

  OrderLine in(Currency currency) {
    return new OrderLine(productId, sku, name, quantity, new Money(unitPrice, currency));
  }
}
