package dev.quartermaster.domain.payments;

import dev.quartermaster.domain.shared.Money;
import java.util.Map;

/**
 * A payment as the gateway's books have it.
 *
 * @param paymentId which payment
 * @param status where it is
 * @param amount what it is about
 * @param refunds what was paid back
 */
public record Charge(
    PaymentId paymentId, ChargeStatus status, Money amount, Map<RefundId, Money> refunds) {
  public Charge {
    refunds = Map.copyOf(refunds);
  }

  /** How much of the money is the shop's. */
  public Money kept() {
    long taken = status == ChargeStatus.CAPTURED ? amount.amount() : 0;
    long back = refunds.values().stream().mapToLong(Money::amount).sum();
    return new Money(taken - back, amount.currency());
  }
}
