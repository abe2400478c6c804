package dev.quartermaster.testkit.payments;

import dev.quartermaster.domain.payments.Charge;
import dev.quartermaster.domain.payments.ChargeStatus;
import dev.quartermaster.domain.payments.PaymentGateway;
import dev.quartermaster.domain.payments.PaymentId;
import dev.quartermaster.domain.payments.RefundId;
import dev.quartermaster.domain.shared.Money;
import dev.quartermaster.domain.shared.Unavailable;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** A gateway in memory. What goes wrong at a call, its {@link Faults} decide. */
public final class InMemoryPaymentGateway implements PaymentGateway {
  /** The method that is authorised and captured at once. */
  public static final String GOOD = "pm_ok";

  /** The method that is declined. */
  public static final String BAD = "pm_declined";

  private final Map<PaymentId, Charge> charges = new ConcurrentHashMap<>();
  private Faults faults = (_, effect) -> effect.run();
  private boolean isRefusingRefunds;

  /** Refuses all refunds from now on. */
  public void refuseRefunds() {
    isRefusingRefunds = true;
  }

  /** Pays back again. */
  public void allowRefunds() {
    isRefusingRefunds = false;
  }

  /** Lets things go wrong from now on. */
  public void suffer(Faults suffered) {
    faults = suffered;
  }

  @Override
  public boolean accepts(String method) {
    return method.equals(GOOD) || method.equals(BAD);
  }

  @Override
  public Charge authorise(PaymentId paymentId, String method, Money amount) {
    ChargeStatus decision = method.equals(GOOD) ? ChargeStatus.AUTHORIZED : ChargeStatus.DECLINED;
    return called(
        Call.AUTHORISE,
        paymentId,
        () -> charges.putIfAbsent(paymentId, new Charge(paymentId, decision, amount, Map.of())));
  }

  @Override
  public Charge capture(PaymentId paymentId) {
    return called(
        Call.CAPTURE,
        paymentId,
        () -> change(paymentId, charge -> moved(charge, ChargeStatus.CAPTURED)));
  }

  @Override
  public Charge cancel(PaymentId paymentId, Money amount) {
    return called(
        Call.CANCEL,
        paymentId,
        () -> {
          charges.putIfAbsent(
              paymentId, new Charge(paymentId, ChargeStatus.VOIDED, amount, Map.of()));
          change(paymentId, charge -> moved(charge, ChargeStatus.VOIDED));
        });
  }

  @Override
  public Charge refund(PaymentId paymentId, RefundId refundId, Money amount) {
    return called(
        Call.REFUND,
        paymentId,
        () -> change(paymentId, charge -> refunded(charge, refundId, amount)));
  }

  @Override
  public Optional<Charge> lookUp(PaymentId paymentId) {
    faults.at(Call.LOOK_UP, () -> {});
    return charge(paymentId);
  }

  @Override
  public List<Charge> lookUp(Collection<PaymentId> paymentIds) {
    faults.at(Call.LOOK_UP, () -> {});
    return paymentIds.stream().flatMap(paymentId -> charge(paymentId).stream()).toList();
  }

  @Override
  public List<Charge> newest(int limit) {
    faults.at(Call.LOOK_UP, () -> {});
    return charges.values().stream()
        .sorted(Comparator.comparing((Charge charge) -> charge.paymentId().value()).reversed())
        .limit(limit)
        .toList();
  }

  /** What the books say, whatever goes wrong with calls. */
  public Optional<Charge> charge(PaymentId paymentId) {
    return Optional.ofNullable(charges.get(paymentId));
  }

  private Charge called(Call call, PaymentId paymentId, Runnable effect) {
    faults.at(call, effect);
    return charge(paymentId).orElseThrow(() -> new Unavailable("The payment gateway", null));
  }

  private void change(PaymentId paymentId, UnaryOperator<Charge> change) {
    charges.computeIfPresent(paymentId, (_, charge) -> change.apply(charge));
  }

  private static Charge moved(Charge charge, ChargeStatus next) {
    return charge.status() == ChargeStatus.AUTHORIZED
        ? new Charge(charge.paymentId(), next, charge.amount(), charge.refunds())
        : charge;
  }

  private Charge refunded(Charge charge, RefundId refundId, Money amount) {
    if (charge.refunds().containsKey(refundId)) {
      return charge;
    }
    if (isRefusingRefunds || charge.kept().amount() < amount.amount()) {
      return charge.refusing(refundId, "not from here");
    }
    Map<RefundId, Money> refunds = new HashMap<>(charge.refunds());
    refunds.put(refundId, amount);
    return new Charge(charge.paymentId(), charge.status(), charge.amount(), refunds);
  }

  /** The calls that a gateway knows. */
  public enum Call {
    AUTHORISE,
    CAPTURE,
    CANCEL,
    REFUND,
    LOOK_UP
  }

  /** What goes wrong. */
  @FunctionalInterface
  public interface Faults {
    /** Carries the effect of a call out, or not, and throws if the call gets no answer. */
    void at(Call call, Runnable effect);
  }
}
