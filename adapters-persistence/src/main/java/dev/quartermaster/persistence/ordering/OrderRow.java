package dev.quartermaster.persistence.ordering;

import dev.quartermaster.domain.ordering.Order;
import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.ordering.OrderStatus;
import dev.quartermaster.domain.shared.Money;
import dev.quartermaster.domain.shared.UserId;
import dev.quartermaster.persistence.shared.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

/** A row of {@code orders}: an order that still lacks its lines. */
record OrderRow(
    UUID id,
    long number,
    UserId customerId,
    OrderStatus status,
    Money total,
    Instant expiresAt,
    Instant createdAt,
    boolean paymentUnderWay,
    Instant updatedAt,
    long version) {

  static OrderRow read(Row row) throws SQLException {
    return new OrderRow(
        row.uuid("id"),
        row.number("number"),
        new UserId(row.uuid("customer_id")),
        status(row),
        new Money(row.number("total_amount"), Currency.getInstance(row.text("currency"))),
        row.instant("expires_at"),
        row.instant("created_at"),
        row.flag("payment_under_way"),
        row.instant("updated_at"),
        row.number("version"));
  }

  static OrderStatus status(Row row) throws SQLException {
    return OrderStatus.ofCode(row.text("status")).orElseThrow();
  }

  Order withLines(List<OrderLineRow> lines) {
    return new Order(
        new OrderId(id),
        number,
        customerId,
        status,
        lines.stream().map(line -> line.in(total.currency())).toList(),
        total,
        expiresAt,
        createdAt,
        paymentUnderWay,
        updatedAt,
        version);
  }
}
