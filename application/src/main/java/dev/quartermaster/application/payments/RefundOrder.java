package dev.quartermaster.application.payments;

import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.payments.Payment;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.IdempotencyKey;
import dev.quartermaster.domain.shared.Money;
import java.util.Optional;

/** Pays money back that an order was paid with. */
public interface RefundOrder {

  /**
   * Pays all that is left back, or a part; once all is back, the order is refunded, and if it was
   * not shipped, its pieces are free again. A repetition under the same key is the same refund.
   * Waits a few seconds for the gateway; what is not known then goes on by itself.
   *
   * @return the payment; while a refund of it is pending, its end is not known yet
   * @throws dev.quartermaster.domain.shared.Forbidden without {@code orders:write}
   * @throws dev.quartermaster.domain.shared.NotFound when there is no such order
   * @throws dev.quartermaster.domain.shared.InvalidInput when that is more than is left
   * @throws dev.quartermaster.domain.payments.RefundRefused when the gateway will not pay it back
   * @throws dev.quartermaster.domain.ordering.OrderNotRefundable when it is not paid
   * @throws dev.quartermaster.domain.ordering.PaymentUnderWay while other money is on its way
   */
  Payment refund(Command command);

  /**
   * @param actor who asks
   * @param orderId which order
   * @param amount how much; all that is left if empty
   * @param reason why
   * @param key the caller's name for the request, if they gave it one
   */
  record Command(
      Actor actor,
      OrderId orderId,
      Optional<Money> amount,
      String reason,
      Optional<IdempotencyKey> key) {}
}
