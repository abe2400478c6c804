package dev.quartermaster.persistence.payments;

import dev.quartermaster.domain.payments.Refund;
import dev.quartermaster.domain.payments.RefundId;
import dev.quartermaster.domain.shared.Money;
import dev.quartermaster.persistence.shared.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;

/** A row of {@code payment_refunds}; its currency is the payment's. */
record RefundRow(
    UUID paymentId,
    RefundId refundId,
    long amount,
    String reason,
    Optional<String> request,
    boolean isDone,
    Optional<String> refusal,
    Instant requestedAt) {

  static RefundRow read(Row row) throws SQLException {
    return new RefundRow(
        row.uuid("payment_id"),
        new RefundId(row.uuid("id")),
        row.number("amount"),
        row.text("reason"),
        row.optionalText("request"),
        row.flag("is_done"),
        row.optionalText("refusal"),
        row.instant("requested_at"));
  }

  Refund in(Currency currency) {
    return new Refund(
        refundId, new Money(amount, currency), reason, request, isDone, refusal, requestedAt);
  }
}
