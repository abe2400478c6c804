package dev.quartermaster.payments.payments;

import dev.quartermaster.domain.payments.Charge;
import dev.quartermaster.domain.payments.PaymentId;
import dev.quartermaster.domain.payments.RefundId;
import dev.quartermaster.domain.shared.Money;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A gateway as it is, unguarded: each call may fail with {@link GatewayFailed}, or take longer than
 * anybody waits.
 */
interface RemoteGateway {

  boolean accepts(String method);

  Charge authorise(PaymentId paymentId, String method, Money amount) throws InterruptedException;

  Charge capture(PaymentId paymentId);

  Charge cancel(PaymentId paymentId, Money amount);

  Charge refund(PaymentId paymentId, RefundId refundId, Money amount);

  Optional<Charge> lookUp(PaymentId paymentId);

  /** How many it can look up within the time of a call. */
  int lookUpsAtOnce();

  List<Charge> lookUp(Collection<PaymentId> paymentIds) throws InterruptedException;

  List<Charge> newest(int limit);
}
