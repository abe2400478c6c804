package dev.quartermaster.payments.payments;

import dev.quartermaster.domain.payments.PaymentId;
import dev.quartermaster.domain.payments.RefundId;
import dev.quartermaster.domain.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.UUID;

/** A row of {@code simulated_refunds}, in the currency of its charge. */
record SimulatedRefund(PaymentId paymentId, RefundId refundId, Money amount) {

  static SimulatedRefund read(ResultSet row) throws SQLException {
    return new SimulatedRefund(
        new PaymentId(row.getObject("payment_id", UUID.class)),
        new RefundId(row.getObject("refund_id", UUID.class)),
        new Money(row.getLong("amount"), Currency.getInstance(row.getString("currency"))));
  }
}
