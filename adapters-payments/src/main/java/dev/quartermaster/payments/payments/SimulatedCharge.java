package dev.quartermaster.payments.payments;

import dev.quartermaster.domain.payments.PaymentId;
import dev.quartermaster.domain.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Currency;
import java.util.UUID;

/**
 * A row of {@code simulated_charges}.
 *
 * @param untilDecided how long it is still processed; zero when it is not
 */
record SimulatedCharge(
    PaymentId paymentId, String method, Money amount, String status, Duration untilDecided) {

  static SimulatedCharge read(ResultSet row) throws SQLException {
    return new SimulatedCharge(
        new PaymentId(row.getObject("payment_id", UUID.class)),
        row.getString("method"),
        new Money(row.getLong("amount"), Currency.getInstance(row.getString("currency"))),
        row.getString("status"),
        Duration.ofMillis(row.getLong("left_millis")));
  }

  /** Whether all calls so far have failed. */
  boolean isUnheard() {
    return status.equals("unheard");
  }
}
