package dev.quartermaster.application.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quartermaster.domain.ordering.Order;
import dev.quartermaster.domain.ordering.OrderStatus;
import dev.quartermaster.domain.ordering.OrderTransition;
import dev.quartermaster.domain.payments.Charge;
import dev.quartermaster.domain.payments.ChargeStatus;
import dev.quartermaster.domain.payments.Payment;
import dev.quartermaster.domain.payments.PaymentDeclined;
import dev.quartermaster.domain.payments.PaymentId;
import dev.quartermaster.domain.payments.PaymentStatus;
import dev.quartermaster.domain.payments.RefundRefused;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.IdempotencyKey;
import dev.quartermaster.domain.shared.Money;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.Unavailable;
import dev.quartermaster.testkit.ordering.InMemoryOrders;
import dev.quartermaster.testkit.ordering.Purchases;
import dev.quartermaster.testkit.payments.InMemoryPaidOrders;
import dev.quartermaster.testkit.payments.InMemoryPaymentGateway;
import dev.quartermaster.testkit.payments.InMemoryPaymentGateway.Call;
import dev.quartermaster.testkit.payments.InMemoryPayments;
import dev.quartermaster.testkit.shared.Actors;
import dev.quartermaster.testkit.shared.Concurrently;
import dev.quartermaster.testkit.shared.InMemoryAuditTrail;
import dev.quartermaster.testkit.shared.InMemoryFingerprints;
import dev.quartermaster.testkit.shared.InMemoryOutbox;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;
import dev.quartermaster.testkit.shared.SequentialIdentifiers;
import dev.quartermaster.testkit.shared.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever goes wrong at whichever step: in the end the order is paid and confirmed, or not charged
 * and free, exactly once, within a minute of the fault's end.
 */
class PaymentSagaTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final Duration A_SECOND = Duration.ofSeconds(1);
  private static final int A_MINUTE = 60;

  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final InMemoryOrders orders = new InMemoryOrders(unitOfWork);
  private final InMemoryPayments payments = new InMemoryPayments(unitOfWork);
  private final InMemoryPaymentGateway gateway = new InMemoryPaymentGateway();
  private final InMemoryAuditTrail auditTrail = new InMemoryAuditTrail(unitOfWork);
  private final InMemoryOutbox outbox = new InMemoryOutbox(unitOfWork);
  private final SequentialIdentifiers identifiers = new SequentialIdentifiers();
  private final SettableClock clock = new SettableClock(NOW);
  private final InMemoryPaidOrders paidOrders = new InMemoryPaidOrders(orders, clock);
  private final Actor.SignedIn ada = Actors.with();
  private final Actor.SignedIn clerk = Actors.with(Permission.ORDERS_WRITE);
  private final Actor.SystemProcess job = new Actor.SystemProcess("payment-resumption");

  private final AdvancePayment advance =
      new AdvancePaymentService(
          unitOfWork, payments, paidOrders, gateway, auditTrail, outbox, clock);
  private final PayOrder pay =
      new PayOrderService(
          unitOfWork,
          payments,
          paidOrders,
          gateway,
          advance,
          auditTrail,
          outbox,
          identifiers,
          clock);
  private final TakeDuePayments takeDue = new TakeDuePaymentsService(unitOfWork, payments, clock);
  private final RefundOrder refund =
      new RefundOrderService(
          unitOfWork,
          payments,
          paidOrders,
          advance,
          auditTrail,
          outbox,
          identifiers,
          new InMemoryFingerprints(),
          clock);

  private final Order order =
      unitOfWork.inTransaction(
          () -> orders.add(List.of(Purchases.twoMugs(identifiers, ada.id(), NOW))).getFirst());

  /** What goes wrong at a step. */
  private enum Fault {
    /** The node dies before the gateway hears of the step. */
    CRASH_BEFORE,
    /** The node dies after the gateway has taken the step, before that is recorded. */
    CRASH_AFTER,
    /** The gateway never hears of the step, and the caller waits in vain. */
    TIMEOUT,
    /** The gateway takes the step, and its answer is lost. */
    LOST_ANSWER,
    /** The gateway hears of the step twice, as two nodes work on it. */
    DUPLICATE,
    /** Old and new states of the charge are told in disorder, before the answer comes. */
    REORDERED_CALLBACK;

    boolean killsTheNode() {
      return this == CRASH_BEFORE || this == CRASH_AFTER;
    }
  }

  static Stream<Arguments> everyFaultAtEveryStep() {
    return everyFaultAt(Call.AUTHORISE, Call.CAPTURE, Call.REFUND, Call.CANCEL);
  }

  static Stream<Arguments> everyFaultOfAPayment() {
    return everyFaultAt(Call.AUTHORISE, Call.CAPTURE);
  }

  private static Stream<Arguments> everyFaultAt(Call... steps) {
    return Stream.of(steps)
        .flatMap(step -> Stream.of(Fault.values()).map(fault -> Arguments.of(step, fault)));
  }

  @ParameterizedTest(name = "{1} at {0}")
  @MethodSource("everyFaultAtEveryStep")
  void convergesWhateverGoesWrongOnce(Call step, Fault fault) {
    if (step == Call.CANCEL) {
      neverAnswers(Call.CAPTURE);
      pay();
      passPatience();
    }
    if (step == Call.REFUND) {
      pay();
    }
    boolean[] done = {false};
    gateway.suffer(
        (call, effect) -> {
          if (call == step && !done[0]) {
            done[0] = true;
            suffer(fault, effect);
          } else if (step == Call.CANCEL && call == Call.CAPTURE) {
            throw new Unavailable("The payment gateway", null);
          } else {
            effect.run();
          }
        });
    assertThat(dies(() -> begin(step))).isEqualTo(fault.killsTheNode());
    assertThat(done[0]).as("the fault happened").isTrue();
    converge();
    switch (step) {
      case AUTHORISE, CAPTURE -> assertPaidOnce();
      case REFUND -> assertPaidBackOnce();
      case CANCEL, LOOK_UP -> assertNotCharged();
    }
  }

  @ParameterizedTest(name = "{1} at {0}, and no look-up answers for a while")
  @MethodSource("everyFaultOfAPayment")
  void convergesAlsoWhileTheBooksAreClosed(Call step, Fault fault) {
    int[] lookUps = {0};
    boolean[] done = {false};
    gateway.suffer(
        (call, effect) -> {
          if (call == step && !done[0]) {
            done[0] = true;
            suffer(fault, effect);
          } else if (call == Call.LOOK_UP && ++lookUps[0] <= 3) {
            throw new Unavailable("The payment gateway", null);
          } else {
            effect.run();
          }
        });
    assertThat(dies(() -> begin(step))).isEqualTo(fault.killsTheNode());
    converge();
    assertPaidOnce();
  }

  @Test
  void aDeclinedPaymentLeavesTheOrderWaiting() {
    assertThatThrownBy(() -> pay(InMemoryPaymentGateway.BAD)).isInstanceOf(PaymentDeclined.class);
    assertThat(payment().status()).isEqualTo(PaymentStatus.DECLINED);
    assertNotCharged();
    assertThat(pay().status()).isEqualTo(PaymentStatus.CAPTURED);
    assertThat(stored().status()).isEqualTo(OrderStatus.CONFIRMED);
  }

  @Test
  void askingAgainIsTheSamePayment() {
    Payment first = pay();
    assertThat(pay()).isEqualTo(first);
    assertPaidOnce();
  }

  @Test
  void aRaceOfTwinsPaysOnce() {
    List<Payment> answers = Concurrently.inThreads(8, () -> pay());
    assertThat(answers).extracting(Payment::id).containsOnly(payment().id());
    converge();
    assertPaidOnce();
  }

  @Test
  void aPartIsPaidBackOnceForEachRequest() {
    pay();
    Money part = new Money(500, order.total().currency());
    refund.refund(partOf("first", part));
    refund.refund(partOf("first", part));
    Payment twice = refund.refund(partOf("second", part));
    assertThat(twice.status()).isEqualTo(PaymentStatus.PARTIALLY_REFUNDED);
    assertThat(twice.refunded().amount()).isEqualTo(1_000);
    assertThat(stored().status()).isEqualTo(OrderStatus.CONFIRMED);
    assertThat(stored().paymentUnderWay()).isFalse();
    assertThat(refundAll().status()).isEqualTo(PaymentStatus.REFUNDED);
    assertPaidBackOnce();
  }

  @Test
  void aRefusedRefundEndsAndLeavesTheOrderAsItWas() {
    pay();
    gateway.refuseRefunds();
    assertThatThrownBy(this::refundAll)
        .isInstanceOf(RefundRefused.class)
        .hasMessageContaining("not from here");
    assertThat(stored().status()).isEqualTo(OrderStatus.CONFIRMED);
    assertThat(stored().paymentUnderWay()).isFalse();
    assertThat(payment().status()).isEqualTo(PaymentStatus.CAPTURED);
    assertThat(payment().isSettled()).isTrue();
    assertThat(payment().refunded().amount()).isZero();
    assertThat(payment().refunds().getLast().refusal()).contains("not from here");
    assertThat(orders.history(order.id()).getLast().reason())
        .isEqualTo("refund refused: not from here");
  }

  @Test
  void aRefusalIsToldAgainUnderItsKeyAndMakesRoomForAnotherRefund() {
    pay();
    Money part = new Money(500, order.total().currency());
    gateway.refuseRefunds();
    assertThatThrownBy(() -> refund.refund(partOf("first", part)))
        .isInstanceOf(RefundRefused.class);
    gateway.allowRefunds();
    assertThatThrownBy(() -> refund.refund(partOf("first", part)))
        .isInstanceOf(RefundRefused.class);
    Payment second = refund.refund(partOf("second", part));
    assertThat(second.status()).isEqualTo(PaymentStatus.PARTIALLY_REFUNDED);
    assertThat(second.refunded()).isEqualTo(part);
    assertThat(refundAll().status()).isEqualTo(PaymentStatus.REFUNDED);
    assertPaidBackOnce();
  }

  @Test
  void noTransactionIsOpenWhileTheGatewayIsAsked() {
    gateway.suffer(
        (_, effect) -> {
          assertThat(unitOfWork.isInTransaction()).isFalse();
          effect.run();
        });
    assertThatThrownBy(() -> unitOfWork.inTransaction(() -> pay()))
        .isInstanceOf(IllegalStateException.class);
    pay();
    refundAll();
    assertPaidBackOnce();
  }

  @Test
  void whileItsEndIsUnknownNothingElseMovesTheOrder() {
    neverAnswers(Call.AUTHORISE);
    assertThat(pay().isSettled()).isFalse();
    clock.advance(Duration.ofMinutes(16));
    assertThat(unitOfWork.inTransaction(() -> orders.lockOverdue(clock.instant(), 10))).isEmpty();
    assertThatThrownBy(() -> stored().cancelled(clock.instant())).hasMessageContaining("under way");
  }

  private void suffer(Fault fault, Runnable effect) {
    switch (fault) {
      case CRASH_BEFORE -> throw new NodeDied();
      case CRASH_AFTER -> {
        effect.run();
        throw new NodeDied();
      }
      case TIMEOUT -> throw new Unavailable("The payment gateway", null);
      case LOST_ANSWER -> {
        effect.run();
        throw new Unavailable("The payment gateway", null);
      }
      case DUPLICATE -> {
        effect.run();
        // Another node, whose call is the second, is through before this one.
        advance.advance(new AdvancePayment.Command(job, payment().id()));
      }
      case REORDERED_CALLBACK -> {
        effect.run();
        Charge latest = gateway.charge(payment().id()).orElseThrow();
        tell(latest);
        tell(new Charge(latest.paymentId(), ChargeStatus.AUTHORIZED, latest.amount(), Map.of()));
        tell(new Charge(latest.paymentId(), ChargeStatus.PROCESSING, latest.amount(), Map.of()));
        // What the callback makes a node do.
        advance.advance(new AdvancePayment.Command(job, payment().id()));
      }
    }
  }

  /** Old news changes nothing. */
  private void tell(Charge charge) {
    Payment before = payment();
    Payment after = before.learned(charge, clock.instant());
    assertThat(after.version()).isBetween(before.version(), before.version() + 1);
    assertThat(after.learned(charge, clock.instant())).isEqualTo(after);
  }

  private void neverAnswers(Call silent) {
    gateway.suffer(
        (call, effect) -> {
          if (call == silent) {
            throw new Unavailable("The payment gateway", null);
          }
          effect.run();
        });
  }

  private void passPatience() {
    clock.advance(Payment.PATIENCE.plus(A_SECOND));
  }

  /** A minute, second by second, in which some node looks for what is due. */
  private void converge() {
    for (int second = 0; second < A_MINUTE && !payment().isSettled(); second++) {
      clock.advance(A_SECOND);
      resume();
    }
    assertThat(payment().isSettled()).as("it converged").isTrue();
  }

  private Payment resume() {
    List<PaymentId> due = takeDue.take(new TakeDuePayments.Command(10)).paymentIds();
    due.forEach(id -> advance.advance(new AdvancePayment.Command(job, id)));
    return payment();
  }

  private Payment pay() {
    return pay(InMemoryPaymentGateway.GOOD);
  }

  private Payment pay(String method) {
    return pay.pay(new PayOrder.Command(ada, order.id(), method));
  }

  private Payment refundAll() {
    return refund.refund(
        new RefundOrder.Command(clerk, order.id(), Optional.empty(), "broken", Optional.empty()));
  }

  private RefundOrder.Command partOf(String key, Money part) {
    return new RefundOrder.Command(
        clerk,
        order.id(),
        Optional.of(part),
        "broken",
        Optional.of(new IdempotencyKey(clerk.reference(), key)));
  }

  /** Does what leads to the step. */
  private Payment begin(Call step) {
    return switch (step) {
      case AUTHORISE, CAPTURE -> pay();
      case REFUND -> refundAll();
      case CANCEL, LOOK_UP -> resume();
    };
  }

  private static boolean dies(Runnable work) {
    try {
      work.run();
      return false;
    } catch (NodeDied died) {
      return true;
    }
  }

  private Payment payment() {
    return payments.ofOrder(order.id()).getLast();
  }

  private Order stored() {
    return orders.find(order.id()).orElseThrow();
  }

  private List<OrderStatus> history() {
    return orders.history(order.id()).stream().map(OrderTransition::status).distinct().toList();
  }

  private void assertPaidOnce() {
    assertThat(stored().status()).isEqualTo(OrderStatus.CONFIRMED);
    assertThat(stored().paymentUnderWay()).isFalse();
    assertThat(payments.ofOrder(order.id())).hasSize(1);
    assertThat(payment().status()).isEqualTo(PaymentStatus.CAPTURED);
    assertThat(gateway.charge(payment().id()).orElseThrow().kept()).isEqualTo(order.total());
    assertThat(orders.history(order.id()))
        .extracting(OrderTransition::status)
        .containsOnlyOnce(OrderStatus.CONFIRMED);
  }

  private void assertPaidBackOnce() {
    assertThat(stored().status()).isEqualTo(OrderStatus.REFUNDED);
    assertThat(payment().status()).isEqualTo(PaymentStatus.REFUNDED);
    assertThat(gateway.charge(payment().id()).orElseThrow().kept().amount()).isZero();
    assertThat(orders.history(order.id()))
        .extracting(OrderTransition::status)
        .containsOnlyOnce(OrderStatus.REFUNDED);
  }

  private void assertNotCharged() {
    assertThat(stored().status()).isEqualTo(OrderStatus.PENDING_PAYMENT);
    assertThat(stored().paymentUnderWay()).isFalse();
    assertThat(payment().status().isVain()).isTrue();
    assertThat(gateway.charge(payment().id()).map(charge -> charge.kept().amount()).orElse(0L))
        .isZero();
    assertThat(history()).containsExactly(OrderStatus.PENDING_PAYMENT);
  }

  /** Ends a call as a dying node does: nothing after it happens. */
  private static final class NodeDied extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
