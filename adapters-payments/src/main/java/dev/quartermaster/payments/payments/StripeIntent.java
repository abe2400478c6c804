package dev.quartermaster.payments.payments;

import dev.quartermaster.domain.payments.Charge;
import dev.quartermaster.domain.payments.ChargeStatus;
import dev.quartermaster.domain.payments.PaymentId;
import dev.quartermaster.domain.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A row of {@code stripe_intents}.
 *
 * @param intentId what Stripe calls it, once it has
 * @param ended how it ended before Stripe gave it a name
 * @param round counts what Stripe has turned down, from 1
 */
record StripeIntent(
    PaymentId paymentId,
    Money amount,
    Optional<String> intentId,
    Optional<ChargeStatus> ended,
    int round) {

  static StripeIntent read(ResultSet row) throws SQLException {
    return new StripeIntent(
        new PaymentId(row.getObject("payment_id", UUID.class)),
        new Money(row.getLong("amount"), Currency.getInstance(row.getString("currency"))),
        Optional.ofNullable(row.getString("intent_id")),
        Optional.ofNullable(row.getString("ended"))
            .map(code -> ChargeStatus.valueOf(code.toUpperCase(Locale.ROOT))),
        row.getInt("round"));
  }

  /** The charge, if it ended before there was one at Stripe. */
  Optional<Charge> endedCharge() {
    return ended.map(status -> new Charge(paymentId, status, amount, Map.of()));
  }

  /** What Stripe calls it. */
  String requireId() {
    return intentId.orElseThrow(() -> new GatewayFailed("Stripe knows no such charge", null));
  }

  /** The idempotency key of a step. */
  String key(String step) {
    return "%s-%s-%d".formatted(paymentId, step, round);
  }
}
