package dev.quartermaster.domain.payments;

import dev.quartermaster.domain.shared.Money;
import java.util.HashMap;
import java.util.Map;

/**
 * A payment as the gateway's books have it.
 *
 * @param paymentId which payment
 * @param status where it is
 * @param amount what it is about
 * @param refunds what was paid back
 * @param refusals refunds that it will not carry out, each with the reason
 */
public record Charge(
    PaymentId paymentId,
    ChargeStatus status,
    Money amount,
    Map<RefundId, Money> refunds,
    Map<RefundId, String> refusals) {
  public Charge {
    refunds = Map.copyOf(refunds);
    refusals = Map.copyOf(refusals);
  }

  /** A charge of which no refund was refused. */
  public Charge(
      PaymentId paymentId, ChargeStatus status, Money amount, Map<RefundId, Money> refunds) {
    this(paymentId, status, amount, refunds, Map.of());
  }

  /** The charge, with a refund that was refused for good. */
  public Charge refusing(RefundId refundId, String reason) {
    Map<RefundId, String> more = new HashMap<>(refusals);
    more.put(refundId, reason);
    return new Charge(paymentId, status, amount, refunds, more);
  }

  /** How much of the money is the shop's. */
  public Money kept() {
    long taken = status == ChargeStatus.CAPTURED ? amount.amount() : 0;
    long back = refunds.values().stream().mapToLong(Money::amount).sum();
    return new Money(taken - back, amount.currency());
  }
}
