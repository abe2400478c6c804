package dev.quartermaster.payments.payments;

import dev.quartermaster.domain.payments.PaymentId;
import dev.quartermaster.domain.payments.RefundId;
import dev.quartermaster.domain.shared.Money;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What the simulated gateway has charged and paid back. Each statement commits by itself. */
@Singleton
final class SimulatedBooks {
  private static final String ALL =
      """
      *, greatest(0, ceil(extract(epoch FROM decided_at - clock_timestamp()) * 1000))::bigint
          AS left_millis
      """;

  private final LoneStatements statements;

  SimulatedBooks(LoneStatements statements) {
    this.statements = statements;
  }

  SimulatedCharge authorise(
      PaymentId paymentId, SimulatedMethod method, Money amount, int failures) {
    return charge(
        """
        INSERT INTO simulated_charges (payment_id, method, amount, currency, status, calls,
                                       decided_at)
        VALUES (?, ?, ?, ?, ?, 1, clock_timestamp() + ? * interval '1 ms')
        ON CONFLICT ON CONSTRAINT simulated_charges_pk DO UPDATE
        SET calls = simulated_charges.calls + 1,
            status = CASE
                WHEN simulated_charges.status = 'unheard' AND simulated_charges.calls >= ?
                THEN 'authorized' ELSE simulated_charges.status END
        RETURNING
        """
            + ALL,
        paymentId.value(),
        method.code(),
        amount.amount(),
        amount.currency().getCurrencyCode(),
        method.firstStatus(),
        method.delay().toMillis(),
        failures);
  }

  SimulatedCharge capture(PaymentId paymentId) {
    return charge(
        """
        UPDATE simulated_charges
        SET status = CASE
            WHEN status = 'authorized' AND decided_at <= clock_timestamp()
            THEN 'captured' ELSE status END
        WHERE payment_id = ?
        RETURNING
        """
            + ALL,
        paymentId.value());
  }

  SimulatedCharge cancel(PaymentId paymentId, Money amount) {
    return charge(
        """
        INSERT INTO simulated_charges (payment_id, method, amount, currency, status, calls,
                                       decided_at)
        VALUES (?, '', ?, ?, 'voided', 0, clock_timestamp())
        ON CONFLICT ON CONSTRAINT simulated_charges_pk DO UPDATE
        SET status = CASE
            WHEN simulated_charges.status IN ('unheard', 'authorized')
            THEN 'voided' ELSE simulated_charges.status END
        RETURNING
        """
            + ALL,
        paymentId.value(),
        amount.amount(),
        amount.currency().getCurrencyCode());
  }

  void refund(PaymentId paymentId, RefundId refundId, Money amount) {
    statements.read(
        row -> row.getObject("refund_id", UUID.class),
        """
        INSERT INTO simulated_refunds (payment_id, refund_id, amount)
        SELECT charge.payment_id, ?, ?
        FROM simulated_charges AS charge
        WHERE charge.payment_id = ? AND charge.status = 'captured'
        AND charge.amount >= ? + (
            SELECT coalesce(sum(refund.amount), 0) FROM simulated_refunds AS refund
            WHERE refund.payment_id = charge.payment_id)
        ON CONFLICT ON CONSTRAINT simulated_refunds_pk DO NOTHING
        RETURNING refund_id
        """,
        refundId.value(),
        amount.amount(),
        paymentId.value(),
        amount.amount());
  }

  List<SimulatedCharge> find(Collection<PaymentId> paymentIds) {
    return statements.read(
        SimulatedCharge::read,
        "SELECT "
            + ALL
            + " FROM simulated_charges WHERE payment_id = ANY ((SELECT ?)::uuid[]) AND status <> 'unheard'",
        LoneStatements.array(paymentIds.stream()));
  }

  /** The ids that we give grow with time. */
  List<SimulatedCharge> newest(int limit) {
    return statements.read(
        SimulatedCharge::read,
        "SELECT "
            + ALL
            + " FROM simulated_charges WHERE status <> 'unheard' ORDER BY payment_id DESC LIMIT ?",
        limit);
  }

  List<SimulatedRefund> refunds(Collection<SimulatedCharge> charges) {
    return statements.read(
        SimulatedRefund::read,
        """
        SELECT refund.*, charge.currency
        FROM simulated_refunds AS refund JOIN simulated_charges AS charge USING (payment_id)
        WHERE payment_id = ANY ((SELECT ?)::uuid[])
        """,
        LoneStatements.array(charges.stream().map(SimulatedCharge::paymentId)));
  }

  private SimulatedCharge charge(String sql, Object... parameters) {
    return statements.read(SimulatedCharge::read, sql, parameters).stream()
        .findFirst()
        .orElseThrow(() -> new GatewayFailed("the simulated gateway knows no such charge", null));
  }
}
