package dev.quartermaster.testkit.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.payments.Charge;
import dev.quartermaster.domain.payments.ChargeStatus;
import dev.quartermaster.domain.payments.Payment;
import dev.quartermaster.domain.payments.PaymentId;
import dev.quartermaster.domain.payments.Payments;
import dev.quartermaster.domain.payments.Refund;
import dev.quartermaster.domain.payments.RefundId;
import dev.quartermaster.domain.shared.Money;
import dev.quartermaster.domain.shared.UserId;
import dev.quartermaster.testkit.shared.Concurrently;
import dev.quartermaster.testkit.shared.PortContract;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@link Payments} promise. */
public abstract class PaymentsContract extends PortContract {
  private static final Currency EUR = Currency.getInstance("EUR");

  /** Before anything else that the store may hold. */
  private static final Instant LONG_AGO = Instant.parse("2001-02-03T04:05:06Z");

  private final OrderId order = new OrderId(IDENTIFIERS.next());

  /** The port under test. */
  protected abstract Payments payments();

  @Test
  void findsWhatWasAdded() {
    Payment payment = added(NOW);
    assertStored(payment);
    assertThat(inTransaction(() -> payments().findForUpdate(payment.id()))).contains(payment);
    assertThat(inTransaction(() -> payments().ofOrder(order))).containsExactly(payment);
  }

  @Test
  void findsNoneThatIsUnknown() {
    PaymentId unknown = new PaymentId(IDENTIFIERS.next());
    assertThat(inTransaction(() -> payments().find(unknown))).isEmpty();
    assertThat(inTransaction(() -> payments().findForUpdate(unknown))).isEmpty();
    assertThat(inTransaction(() -> payments().ofOrder(order))).isEmpty();
  }

  @Test
  void keepsEachStepAndEachRefund() {
    Payment payment = added(NOW);
    Payment authorized = updated(payment.learned(charge(payment, ChargeStatus.AUTHORIZED), NOW));
    assertStored(authorized);
    Payment captured = updated(authorized.learned(charge(payment, ChargeStatus.CAPTURED), NOW));
    assertStored(captured);
    assertThat(captured.dueAt()).isEmpty();
    Refund first = refund(100, Optional.of("digest"));
    Payment refunding = updated(captured.refunding(first, NOW.plusSeconds(1)));
    assertStored(refunding);
    Payment refunded =
        updated(refunding.learned(charge(payment, ChargeStatus.CAPTURED, first), NOW));
    assertStored(refunded);
    Refund second = refund(50, Optional.empty());
    Payment again = updated(refunded.refunding(second, NOW.plusSeconds(2)));
    assertStored(again);
    Charge refusal =
        charge(payment, ChargeStatus.CAPTURED, first).refusing(second.refundId(), "“no funds”");
    Payment refused = updated(again.learned(refusal, NOW.plusSeconds(3)));
    assertStored(refused);
    assertThat(refused.refusal(second.refundId())).contains("“no funds”");
    Payment third = updated(refused.refunding(refund(50, Optional.empty()), NOW.plusSeconds(4)));
    assertStored(third);
    assertThat(third.refunds()).hasSize(3);
  }

  @Test
  void anOrderHasOnePaymentThatIsNotInVain() {
    Payment first = added(NOW);
    assertThatThrownBy(() -> added(NOW)).isInstanceOf(RuntimeException.class);
    assertThat(inTransaction(() -> payments().ofOrder(order))).containsExactly(first);
    Payment declined = updated(first.learned(charge(first, ChargeStatus.DECLINED), NOW));
    Payment second = added(NOW.plusSeconds(1));
    assertThat(inTransaction(() -> payments().ofOrder(order))).containsExactly(declined, second);
  }

  @Test
  void findsThePaymentsOfManyOrders() {
    Payment declined = added(NOW);
    Payment vain = updated(declined.learned(charge(declined, ChargeStatus.DECLINED), NOW));
    Payment second = added(NOW.plusSeconds(1));
    OrderId other = new OrderId(IDENTIFIERS.next());
    Payment others = addedFor(other, NOW);
    OrderId unpaid = new OrderId(IDENTIFIERS.next());
    assertThat(inTransaction(() -> payments().ofOrders(List.of(order, unpaid, other))))
        .containsExactlyInAnyOrder(vain, second, others);
    assertThat(inTransaction(() -> payments().ofOrders(List.of(unpaid)))).isEmpty();
    assertThat(inTransaction(() -> payments().ofOrders(List.of()))).isEmpty();
  }

  @Test
  void tellsWhichIdsAreAPayments() {
    PaymentId payment = added(NOW).id();
    PaymentId unknown = new PaymentId(IDENTIFIERS.next());
    assertThat(inTransaction(() -> payments().known(List.of(unknown, payment))))
        .containsExactly(payment);
    assertThat(inTransaction(() -> payments().known(List.of()))).isEmpty();
  }

  @Test
  void ofManyThatBeginAPaymentAtOnceOneDoes() {
    List<Boolean> begun =
        Concurrently.inThreads(
            THREADS,
            () -> {
              try {
                added(NOW);
                return true;
              } catch (RuntimeException refused) {
                return false;
              }
            });
    assertThat(begun).filteredOn(Boolean::booleanValue).hasSize(1);
  }

  @Test
  void aRolledBackTransactionLeavesNothing() {
    Payment kept = added(NOW);
    rollBack(() -> payments().update(kept.learned(charge(kept, ChargeStatus.CAPTURED), NOW)));
    assertStored(kept);
  }

  @Test
  void aLockedPaymentIsReadAsItsHolderLeavesIt() {
    Payment payment = added(NOW);
    Payment authorized = payment.learned(charge(payment, ChargeStatus.AUTHORIZED), NOW);
    assertThat(
            readWhileChanged(
                () -> payments().findForUpdate(payment.id()), () -> payments().update(authorized)))
        .contains(authorized);
  }

  @Test
  void locksWhatIsDueAndPassesOverWhatOthersHold() {
    Instant cutOff = LONG_AGO.plus(Payment.LEASE).plusSeconds(10);
    inTransaction(
        () ->
            payments().lockDue(cutOff, 1_000).forEach(old -> payments().update(old.takenUp(NOW))));
    Payment first = addedFor(new OrderId(IDENTIFIERS.next()), LONG_AGO);
    Payment second = addedFor(new OrderId(IDENTIFIERS.next()), LONG_AGO.plusSeconds(1));
    Payment later = addedFor(new OrderId(IDENTIFIERS.next()), LONG_AGO.plusSeconds(20));
    Payment settled = addedFor(new OrderId(IDENTIFIERS.next()), LONG_AGO);
    updated(settled.learned(charge(settled, ChargeStatus.DECLINED), NOW));

    assertThat(inTransaction(() -> payments().lockDue(cutOff, 10))).containsExactly(first, second);
    assertThat(inTransaction(() -> payments().lockDue(cutOff, 1))).containsExactly(first);
    inTransaction(
        () -> {
          assertThat(payments().findForUpdate(first.id())).isPresent();
          assertThat(inAnotherTransaction(() -> payments().lockDue(cutOff, 10)))
              .containsExactly(second);
        });
    updated(first.takenUp(NOW));
    assertThat(inTransaction(() -> payments().lockDue(cutOff, 10)))
        .containsExactly(second)
        .doesNotContain(later);
  }

  private Payment added(Instant at) {
    return addedFor(order, at);
  }

  private Payment addedFor(OrderId orderId, Instant at) {
    Payment payment =
        Payment.begun(
            new PaymentId(IDENTIFIERS.next()),
            orderId,
            new UserId(IDENTIFIERS.next()),
            new Money(1_250, EUR),
            "pm_ok",
            at);
    inTransaction(() -> payments().add(payment));
    return payment;
  }

  private Payment updated(Payment payment) {
    inTransaction(() -> payments().update(payment));
    return payment;
  }

  private void assertStored(Payment payment) {
    assertThat(inTransaction(() -> payments().find(payment.id()))).contains(payment);
  }

  private static Refund refund(long cents, Optional<String> request) {
    return Refund.requested(
        new RefundId(IDENTIFIERS.next()), new Money(cents, EUR), "“broken”", request, NOW);
  }

  private static Charge charge(Payment payment, ChargeStatus status, Refund... refunds) {
    return new Charge(
        payment.id(),
        status,
        payment.amount(),
        Stream.of(refunds).collect(Collectors.toMap(Refund::refundId, Refund::amount)));
  }
}
