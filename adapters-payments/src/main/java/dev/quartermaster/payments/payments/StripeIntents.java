package dev.quartermaster.payments.payments;

import dev.quartermaster.domain.payments.ChargeStatus;
import dev.quartermaster.domain.payments.PaymentId;
import dev.quartermaster.domain.shared.Money;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which PaymentIntents our payments are. Whoever comes first decides, for all nodes. */
@Singleton
final class StripeIntents {
  private final LoneStatements statements;

  StripeIntents(LoneStatements statements) {
    this.statements = statements;
  }

  /** The payment's row, which is there from now on. */
  StripeIntent begun(PaymentId paymentId, Money amount) {
    return intent(
        """
        INSERT INTO stripe_intents (payment_id, amount, currency, round)
        VALUES (?, ?, ?, 1)
        ON CONFLICT ON CONSTRAINT stripe_intents_pk DO UPDATE SET round = stripe_intents.round
        RETURNING *
        """,
        paymentId.value(),
        amount.amount(),
        amount.currency().getCurrencyCode());
  }

  /** The row with that PaymentIntent, unless it has one already or has ended. */
  StripeIntent named(PaymentId paymentId, String intentId) {
    return intent(
        """
        UPDATE stripe_intents
        SET intent_id = CASE WHEN ended IS NULL THEN coalesce(intent_id, ?) END
        WHERE payment_id = ?
        RETURNING *
        """,
        intentId,
        paymentId.value());
  }

  /** The row, ended in that way unless it has a PaymentIntent already or has ended. */
  StripeIntent ended(PaymentId paymentId, Money amount, ChargeStatus status) {
    return intent(
        """
        INSERT INTO stripe_intents (payment_id, amount, currency, ended, round)
        VALUES (?, ?, ?, ?, 1)
        ON CONFLICT ON CONSTRAINT stripe_intents_pk DO UPDATE
        SET ended = CASE WHEN stripe_intents.intent_id IS NULL
                THEN coalesce(stripe_intents.ended, excluded.ended) END
        RETURNING *
        """,
        paymentId.value(),
        amount.amount(),
        amount.currency().getCurrencyCode(),
        status.name().toLowerCase(Locale.ROOT));
  }

  /** Has what Stripe did not do tried under another key; counts once, whoever was told. */
  void turnedDown(StripeIntent met) {
    rows(
        """
        UPDATE stripe_intents SET round = round + 1 WHERE payment_id = ? AND round = ?
        RETURNING *
        """,
        met.paymentId().value(),
        met.round());
  }

  Optional<StripeIntent> find(PaymentId paymentId) {
    return find(List.of(paymentId)).stream().findFirst();
  }

  /** The rows of those that have one, in any order. */
  List<StripeIntent> find(Collection<PaymentId> paymentIds) {
    return rows(
        "SELECT * FROM stripe_intents WHERE payment_id = ANY ((SELECT ?)::uuid[])",
        LoneStatements.array(paymentIds.stream()));
  }

  private StripeIntent intent(String sql, Object... parameters) {
    return rows(sql, parameters).getFirst();
  }

  private List<StripeIntent> rows(String sql, Object... parameters) {
    return statements.read(StripeIntent::read, sql, parameters);
  }
}
