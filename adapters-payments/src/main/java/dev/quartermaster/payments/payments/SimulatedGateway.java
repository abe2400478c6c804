package dev.quartermaster.payments.payments;

import dev.quartermaster.domain.payments.Charge;
import dev.quartermaster.domain.payments.ChargeStatus;
import dev.quartermaster.domain.payments.PaymentId;
import dev.quartermaster.domain.payments.RefundId;
import dev.quartermaster.domain.shared.Money;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A gateway that moves no money, and behaves as badly as a {@link SimulatedMethod} asks. Its books
 * are tables of its own, so that they tell the truth whichever node dies.
 */
@Singleton
@Typed(SimulatedGateway.class)
final class SimulatedGateway implements RemoteGateway {
  private static final int FAILURES_OF_FLAKY = 2;
  private static final int LOOK_UPS = 10_000;

  private final SimulatedBooks books;

  SimulatedGateway(SimulatedBooks books) {
    this.books = books;
  }

  @Override
  public boolean accepts(String method) {
    return SimulatedMethod.ofCode(method).isPresent();
  }

  @Override
  public Charge authorise(PaymentId paymentId, String method, Money amount)
      throws InterruptedException {
    SimulatedMethod simulated =
        SimulatedMethod.ofCode(method)
            .orElseThrow(() -> new IllegalArgumentException("no such method: " + method));
    SimulatedCharge charge = books.authorise(paymentId, simulated, amount, FAILURES_OF_FLAKY);
    if (charge.isUnheard()) {
      throw new GatewayFailed("the simulated gateway failed", null);
    }
    Duration left = charge.untilDecided();
    if (!left.isZero()) {
      Thread.sleep(left);
    }
    return lookUp(paymentId).orElseThrow();
  }

  @Override
  public Charge capture(PaymentId paymentId) {
    SimulatedCharge charge = books.capture(paymentId);
    if (charge.method().equals(SimulatedMethod.PM_LOST_REPLY.code())) {
      throw new GatewayFailed("the simulated gateway's answer was lost", null);
    }
    return asCharge(charge);
  }

  @Override
  public Charge cancel(PaymentId paymentId, Money amount) {
    return asCharge(books.cancel(paymentId, amount));
  }

  @Override
  public Charge refund(PaymentId paymentId, RefundId refundId, Money amount) {
    books.refund(paymentId, refundId, amount);
    Charge charge =
        lookUp(paymentId)
            .orElseThrow(
                () -> new GatewayFailed("the simulated gateway knows no such charge", null));
    return charge.refunds().containsKey(refundId)
        ? charge
        : charge.refusing(refundId, "it is more than is left of what was taken");
  }

  @Override
  public Optional<Charge> lookUp(PaymentId paymentId) {
    return lookUp(List.of(paymentId)).stream().findFirst();
  }

  @Override
  public int lookUpsAtOnce() {
    return LOOK_UPS;
  }

  @Override
  public List<Charge> lookUp(Collection<PaymentId> paymentIds) {
    return asCharges(books.find(paymentIds));
  }

  @Override
  public List<Charge> newest(int limit) {
    return asCharges(books.newest(limit));
  }

  private Charge asCharge(SimulatedCharge charge) {
    return asCharges(List.of(charge)).getFirst();
  }

  private List<Charge> asCharges(List<SimulatedCharge> charges) {
    Map<PaymentId, Map<RefundId, Money>> refunds =
        books.refunds(charges).stream()
            .collect(
                Collectors.groupingBy(
                    SimulatedRefund::paymentId,
                    Collectors.toMap(SimulatedRefund::refundId, SimulatedRefund::amount)));
    return charges.stream()
        .map(
            charge ->
                new Charge(
                    charge.paymentId(),
                    status(charge),
                    charge.amount(),
                    refunds.getOrDefault(charge.paymentId(), Map.of())))
        .toList();
  }

  private static ChargeStatus status(SimulatedCharge charge) {
    return switch (charge.status()) {
      case "authorized" ->
          charge.untilDecided().isZero() ? ChargeStatus.AUTHORIZED : ChargeStatus.PROCESSING;
      case "captured" -> ChargeStatus.CAPTURED;
      case "declined" -> ChargeStatus.DECLINED;
      case "voided" -> ChargeStatus.VOIDED;
      default -> throw new IllegalStateException("a charge is " + charge.status());
    };
  }
}
