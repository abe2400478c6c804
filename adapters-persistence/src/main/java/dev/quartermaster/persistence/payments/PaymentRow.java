package dev.quartermaster.persistence.payments;

import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.payments.Payment;
import dev.quartermaster.domain.payments.PaymentId;
import dev.quartermaster.domain.payments.PaymentStatus;
import dev.quartermaster.domain.shared.Money;
import dev.quartermaster.domain.shared.UserId;
import dev.quartermaster.persistence.shared.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A row of {@code payments}: a payment that still lacks its refunds. */
record PaymentRow(
    UUID id,
    OrderId orderId,
    UserId payerId,
    Money amount,
    String method,
    PaymentStatus status,
    Optional<Instant> dueAt,
    int attempts,
    Instant createdAt,
    Instant updatedAt,
    long version) {

  static PaymentRow read(Row row) throws SQLException {
    return new PaymentRow(
        row.uuid("id"),
        new OrderId(row.uuid("order_id")),
        new UserId(row.uuid("payer_id")),
        new Money(row.number("amount"), Currency.getInstance(row.text("currency"))),
        row.text("method"),
        PaymentStatus.ofCode(row.text("status")).orElseThrow(),
        row.optionalInstant("due_at"),
        row.smallNumber("attempts"),
        row.instant("created_at"),
        row.instant("updated_at"),
        row.number("version"));
  }

  Payment withRefunds(List<RefundRow> refunds) {
    return new Payment(
        new PaymentId(id),
        orderId,
        payerId,
        amount,
        method,
        status,
        refunds.stream().map(refund -> refund.in(amount.currency())).toList(),
        dueAt,
        attempts,
        createdAt,
        updatedAt,
        version);
  }
}
