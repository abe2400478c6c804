package dev.quartermaster.persistence.payments;

import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.payments.Payment;
import dev.quartermaster.domain.payments.PaymentId;
import dev.quartermaster.domain.payments.Payments;
import dev.quartermaster.domain.payments.Refund;
import dev.quartermaster.persistence.shared.SqlArray;
import dev.quartermaster.persistence.shared.Statements;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

@Singleton
final class PostgresPayments implements Payments {
  private final Statements statements;

  PostgresPayments(Statements statements) {
    this.statements = statements;
  }

  @Override
  public void add(Payment payment) {
    statements.update(
        """
        INSERT INTO payments (id, order_id, payer_id, amount, currency, method, status, due_at,
                              attempts, created_at, updated_at, version)
        VALUES (?, ?, ?, ?, ?, ?, ?, (?::timestamptz[])[1], ?, ?, ?, ?)
        """,
        payment.id().value(),
        payment.orderId().value(),
        payment.payerId().value(),
        payment.amount().amount(),
        payment.amount().currency().getCurrencyCode(),
        payment.method(),
        payment.status().code(),
        due(payment),
        payment.attempts(),
        payment.createdAt(),
        payment.updatedAt(),
        payment.version());
  }

  @Override
  public Optional<Payment> find(PaymentId id) {
    return payments("SELECT * FROM payments WHERE id = ?", id.value()).stream().findFirst();
  }

  @Override
  public Optional<Payment> findForUpdate(PaymentId id) {
    return payments("SELECT * FROM payments WHERE id = ? FOR UPDATE", id.value()).stream()
        .findFirst();
  }

  @Override
  public List<Payment> ofOrder(OrderId orderId) {
    return payments(
        "SELECT * FROM payments WHERE order_id = ? ORDER BY created_at, id", orderId.value());
  }

  @Override
  public List<Payment> ofOrders(Collection<OrderId> orderIds) {
    return payments(
        "SELECT * FROM payments WHERE order_id = ANY ((SELECT ?)::uuid[])",
        SqlArray.uuids(orderIds, OrderId::value));
  }

  @Override
  public Set<PaymentId> known(Collection<PaymentId> ids) {
    return Set.copyOf(
        statements.query(
            row -> new PaymentId(row.uuid("id")),
            "SELECT id FROM payments WHERE id = ANY ((SELECT ?)::uuid[])",
            SqlArray.uuids(ids, PaymentId::value)));
  }

  @Override
  public void update(Payment payment) {
    List<Refund> refunds = payment.refunds();
    statements.update(
        """
        WITH refunds AS (
            INSERT INTO payment_refunds (id, payment_id, amount, reason, request, is_done,
                                         refusal, requested_at)
            SELECT id, ?, amount, reason, request, is_done, refusal, requested_at
            FROM unnest((SELECT ?), ?, ?, ?, ?, ?, ?)
                AS refund (id, amount, reason, request, is_done, refusal, requested_at)
            ON CONFLICT ON CONSTRAINT payment_refunds_pk DO UPDATE
            SET is_done = excluded.is_done, refusal = excluded.refusal
            WHERE (payment_refunds.is_done, payment_refunds.refusal)
                IS DISTINCT FROM (excluded.is_done, excluded.refusal))
        UPDATE payments
        SET status = ?, due_at = (?::timestamptz[])[1], attempts = ?, updated_at = ?, version = ?
        WHERE id = ?
        """,
        payment.id().value(),
        SqlArray.uuids(refunds, refund -> refund.refundId().value()),
        SqlArray.numbers(refunds, refund -> refund.amount().amount()),
        SqlArray.texts(refunds, Refund::reason),
        SqlArray.optionalTexts(refunds, Refund::request),
        SqlArray.flags(refunds, Refund::isDone),
        SqlArray.optionalTexts(refunds, Refund::refusal),
        SqlArray.instants(refunds, Refund::requestedAt),
        payment.status().code(),
        due(payment),
        payment.attempts(),
        payment.updatedAt(),
        payment.version(),
        payment.id().value());
  }

  @Override
  public List<Payment> lockDue(Instant instant, int limit) {
    return payments(
        """
        SELECT * FROM payments WHERE due_at < ? ORDER BY due_at LIMIT ? FOR UPDATE SKIP LOCKED
        """,
        instant,
        limit);
  }

  /** The payments that a query for whole rows gives, and by a second query their refunds. */
  private List<Payment> payments(String sql, Object... parameters) {
    List<PaymentRow> rows = statements.query(PaymentRow::read, sql, parameters);
    if (rows.isEmpty()) {
      return List.of();
    }
    Map<UUID, List<RefundRow>> refunds =
        statements
            .query(
                RefundRow::read,
                """
                SELECT * FROM payment_refunds WHERE payment_id = ANY ((SELECT ?)::uuid[])
                ORDER BY payment_id, requested_at, id
                """,
                SqlArray.uuids(rows, PaymentRow::id))
            .stream()
            .collect(Collectors.groupingBy(RefundRow::paymentId));
    return rows.stream()
        .map(row -> row.withRefunds(refunds.getOrDefault(row.id(), List.of())))
        .toList();
  }

  private static SqlArray due(Payment payment) {
    return SqlArray.optionalInstants(List.of(payment), Payment::dueAt);
  }
}
