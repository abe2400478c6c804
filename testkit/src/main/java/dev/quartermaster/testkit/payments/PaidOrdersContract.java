package dev.quartermaster.testkit.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.quartermaster.domain.ordering.NewOrder;
import dev.quartermaster.domain.ordering.Order;
import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.ordering.OrderNotPayable;
import dev.quartermaster.domain.ordering.OrderNotRefundable;
import dev.quartermaster.domain.ordering.OrderStatus;
import dev.quartermaster.domain.ordering.OrderTransition;
import dev.quartermaster.domain.ordering.Orders;
import dev.quartermaster.domain.ordering.PaymentUnderWay;
import dev.quartermaster.domain.payments.PaidOrders;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.NotFound;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.testkit.ordering.Purchases;
import dev.quartermaster.testkit.shared.Actors;
import dev.quartermaster.testkit.shared.Concurrently;
import dev.quartermaster.testkit.shared.PortContract;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What {@link PaidOrders} promise. */
public abstract class PaidOrdersContract extends PortContract {
  private static final Actor SAGA = new Actor.SystemProcess("test");

  private final Actor.SignedIn customer = Actors.with();
  private final Actor.SignedIn clerk = Actors.with(Permission.ORDERS_WRITE);

  /** The port under test. */
  protected abstract PaidOrders paidOrders();

  /** Where the orders are stored that it knows. */
  protected abstract Orders orders();

  /** What time it is for the port. */
  protected abstract Instant now();

  @Test
  void holdsAnOrderWhileItIsPaidAndConfirmsIt() {
    Order placed = placed(now());
    Order held = inTransaction(() -> paidOrders().beginPayment(placed.id(), customer));
    assertThat(held.paymentUnderWay()).isTrue();
    assertThat(held.total()).isEqualTo(placed.total());
    assertThat(stored(placed.id())).isEqualTo(held);
    Order confirmed = settled(placed.id(), Optional.of(OrderStatus.CONFIRMED), "paid");
    assertThat(confirmed.status()).isEqualTo(OrderStatus.CONFIRMED);
    assertThat(confirmed.paymentUnderWay()).isFalse();
    assertThat(stored(placed.id())).isEqualTo(confirmed);
    assertThat(inTransaction(() -> orders().history(placed.id())))
        .last()
        .isEqualTo(OrderTransition.to(confirmed, "paid", SAGA.reference()));
  }

  @Test
  void letsAnOrderGoThatWasNotPaid() {
    Order placed = placed(now());
    inTransaction(() -> paidOrders().beginPayment(placed.id(), customer));
    Order released = settled(placed.id(), Optional.empty(), "declined");
    assertThat(released.status()).isEqualTo(OrderStatus.PENDING_PAYMENT);
    assertThat(released.paymentUnderWay()).isFalse();
    assertThat(inTransaction(() -> paidOrders().beginPayment(placed.id(), customer)))
        .extracting(Order::paymentUnderWay)
        .isEqualTo(true);
  }

  @Test
  void anOrderIsPaidByItsCustomer() {
    Order placed = placed(now());
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(() -> inTransaction(() -> paidOrders().beginPayment(placed.id(), clerk)));
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(
            () ->
                inTransaction(
                    () -> paidOrders().beginPayment(new OrderId(IDENTIFIERS.next()), customer)));
    assertThat(stored(placed.id())).isEqualTo(placed);
  }

  @Test
  void anOrderIsPaidInTimeAndOnce() {
    Order late = placed(now().minus(NewOrder.PAYMENT_PERIOD).minus(Duration.ofMinutes(1)));
    assertThatExceptionOfType(OrderNotPayable.class)
        .isThrownBy(() -> inTransaction(() -> paidOrders().beginPayment(late.id(), customer)));
    Order placed = placed(now());
    inTransaction(() -> paidOrders().beginPayment(placed.id(), customer));
    assertThatExceptionOfType(PaymentUnderWay.class)
        .isThrownBy(() -> inTransaction(() -> paidOrders().beginPayment(placed.id(), customer)));
    settled(placed.id(), Optional.of(OrderStatus.CONFIRMED), "paid");
    assertThatExceptionOfType(OrderNotPayable.class)
        .isThrownBy(() -> inTransaction(() -> paidOrders().beginPayment(placed.id(), customer)));
  }

  @Test
  void paysBackWhatWasPaid() {
    Order placed = placed(now());
    assertThatExceptionOfType(OrderNotRefundable.class)
        .isThrownBy(() -> inTransaction(() -> paidOrders().beginRefund(placed.id(), clerk)));
    inTransaction(() -> paidOrders().beginPayment(placed.id(), customer));
    settled(placed.id(), Optional.of(OrderStatus.CONFIRMED), "paid");
    inTransaction(() -> paidOrders().beginRefund(placed.id(), clerk));
    assertThatExceptionOfType(PaymentUnderWay.class)
        .isThrownBy(() -> inTransaction(() -> paidOrders().beginRefund(placed.id(), clerk)));
    assertThat(settled(placed.id(), Optional.of(OrderStatus.REFUNDED), "broken").status())
        .isEqualTo(OrderStatus.REFUNDED);
  }

  @Test
  void ofManyThatBeginAtOnceOneDoes() {
    Order placed = placed(now());
    List<Boolean> begun =
        Concurrently.inThreads(
            THREADS,
            () -> {
              try {
                inTransaction(() -> paidOrders().beginPayment(placed.id(), customer));
                return true;
              } catch (PaymentUnderWay underWay) {
                return false;
              }
            });
    assertThat(begun).filteredOn(Boolean::booleanValue).hasSize(1);
  }

  private Order placed(Instant at) {
    return inTransaction(
        () -> orders().add(List.of(Purchases.twoMugs(IDENTIFIERS, customer.id(), at))).getFirst());
  }

  private Order settled(OrderId id, Optional<OrderStatus> next, String reason) {
    return inTransaction(() -> paidOrders().settle(id, next, reason, SAGA));
  }

  private Order stored(OrderId id) {
    return inTransaction(() -> orders().find(id)).orElseThrow();
  }
}
