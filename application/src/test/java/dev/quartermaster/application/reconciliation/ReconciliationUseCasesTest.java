package dev.quartermaster.application.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.inventory.StockMovement;
import dev.quartermaster.domain.ordering.NewOrder;
import dev.quartermaster.domain.ordering.Order;
import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.ordering.OrderStatus;
import dev.quartermaster.domain.payments.Payment;
import dev.quartermaster.domain.payments.PaymentId;
import dev.quartermaster.domain.payments.PaymentStatus;
import dev.quartermaster.domain.payments.Refund;
import dev.quartermaster.domain.payments.RefundId;
import dev.quartermaster.domain.reconciliation.Disagreement;
import dev.quartermaster.domain.reconciliation.DisagreementKind;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.Forbidden;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.domain.shared.Money;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.Slice;
import dev.quartermaster.domain.shared.Unavailable;
import dev.quartermaster.testkit.inventory.InMemoryStockLedger;
import dev.quartermaster.testkit.ordering.InMemoryOrders;
import dev.quartermaster.testkit.ordering.Purchases;
import dev.quartermaster.testkit.payments.InMemoryPaymentGateway;
import dev.quartermaster.testkit.payments.InMemoryPayments;
import dev.quartermaster.testkit.reconciliation.InMemoryOrderBook;
import dev.quartermaster.testkit.reconciliation.InMemoryPaymentBook;
import dev.quartermaster.testkit.reconciliation.InMemoryReconciliationRuns;
import dev.quartermaster.testkit.reconciliation.InMemoryStockBook;
import dev.quartermaster.testkit.shared.Actors;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;
import dev.quartermaster.testkit.shared.SequentialIdentifiers;
import dev.quartermaster.testkit.shared.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ReconciliationUseCasesTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final Duration A_MINUTE = Duration.ofSeconds(60);
  private static final Money PRICE = new Money(2_500, Currency.getInstance("EUR"));
  private static final Actor.SystemProcess JOB = new Actor.SystemProcess("reconciliation");

  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final InMemoryOrders orders = new InMemoryOrders(unitOfWork);
  private final InMemoryPayments payments = new InMemoryPayments(unitOfWork);
  private final InMemoryStockLedger ledger = new InMemoryStockLedger(unitOfWork);
  private final InMemoryPaymentGateway gateway = new InMemoryPaymentGateway();
  private final SequentialIdentifiers identifiers = new SequentialIdentifiers();
  private final SettableClock clock = new SettableClock(NOW);
  private final Actor.SignedIn ada = Actors.with();
  private final Actor.SignedIn clerk = Actors.with(Permission.ORDERS_READ);
  private final ProductId mug = new ProductId(identifiers.next());

  private final ListDisagreements list =
      new ListDisagreementsService(
          unitOfWork,
          new InMemoryOrderBook(orders),
          new InMemoryPaymentBook(unitOfWork, payments, gateway),
          new InMemoryStockBook(ledger),
          clock);
  private final InMemoryReconciliationRuns runs = new InMemoryReconciliationRuns(unitOfWork);
  private final RunReconciliation run = new RunReconciliationService(unitOfWork, runs, list, clock);
  private final CountDisagreements count = new CountDisagreementsService(unitOfWork, runs);

  @Test
  void findsNothingWhileAllIsWell() {
    receive(10);
    place(2);
    Order paid = place(3);
    captured(paid);
    move(paid, OrderStatus.CONFIRMED);
    assertThat(kinds()).isEmpty();
  }

  @Test
  void holdsOrdersAgainstTheirPayments() {
    receive(10);
    Order order = place(2);
    move(order, OrderStatus.CONFIRMED);
    assertThat(kinds()).containsExactly(DisagreementKind.ORDER_NOT_PAID);
    Payment payment = captured(order);
    assertThat(kinds()).isEmpty();
    move(order, OrderStatus.PENDING_PAYMENT);
    assertThat(found())
        .containsExactly(
            Disagreement.ofPayment(
                DisagreementKind.PAID_ORDER_NOT_CONFIRMED,
                order.id(),
                payment.id(),
                "The order is pending_payment; the payment is captured."));
    move(order, OrderStatus.REFUNDED);
    assertThat(kinds())
        .containsExactly(
            DisagreementKind.RESERVED_DIFFERS,
            DisagreementKind.REFUND_NOT_PAID_BACK,
            DisagreementKind.STOCK_STILL_HELD);
  }

  @Test
  void holdsReservationsAgainstOrders() {
    receive(10);
    Order order = place(2);
    move(order, OrderStatus.SHIPPED);
    captured(order);
    assertThat(found())
        .containsExactly(
            Disagreement.ofProduct(
                DisagreementKind.RESERVED_DIFFERS, mug, "The level has 2 reserved; orders hold 0."),
            Disagreement.ofOrder(
                DisagreementKind.STOCK_STILL_HELD,
                order.id(),
                "The order is shipped; its movements leave stock reserved."));
  }

  @Test
  void missesAnExpiryAfterAMinuteUnlessItIsPaidMeanwhile() {
    receive(10);
    Order order = place(2);
    clock.advance(NewOrder.PAYMENT_PERIOD.plus(A_MINUTE));
    assertThat(kinds()).isEmpty();
    clock.advance(Duration.ofMillis(1));
    assertThat(kinds()).containsExactly(DisagreementKind.RESERVATION_OUTLIVED);
    begun(order);
    assertThat(kinds()).isEmpty();
    clock.advance(Payment.PATIENCE.plus(A_MINUTE));
    assertThat(kinds()).isEmpty();
    clock.advance(Duration.ofMillis(1));
    assertThat(kinds()).containsExactly(DisagreementKind.RESERVATION_OUTLIVED);
  }

  @Test
  void missesWhatTheGatewayKnowsAfterAMinute() {
    receive(10);
    Order order = place(2);
    Payment payment = begun(order);
    gateway.authorise(payment.id(), InMemoryPaymentGateway.GOOD, PRICE);
    gateway.capture(payment.id());
    clock.advance(A_MINUTE);
    assertThat(kinds()).isEmpty();
    clock.advance(Duration.ofMillis(1));
    assertThat(found())
        .containsExactly(
            Disagreement.ofPayment(
                DisagreementKind.CHARGE_DIFFERS,
                order.id(),
                payment.id(),
                "The payment is pending over 2500 EUR with 0 paid back; the gateway has it"
                    + " captured over 2500 EUR with 0 paid back."));
  }

  @Test
  void holdsRefundsAgainstTheGateway() {
    receive(10);
    Order order = place(2);
    move(order, OrderStatus.CONFIRMED);
    Payment payment = captured(order);
    RefundId refund = new RefundId(identifiers.next());
    gateway.refund(payment.id(), refund, new Money(500, PRICE.currency()));
    assertThat(kinds()).containsExactly(DisagreementKind.CHARGE_DIFFERS);
    Payment refunding =
        payment.refunding(
            Refund.requested(
                refund, new Money(500, PRICE.currency()), "late", Optional.empty(), NOW),
            NOW);
    Payment refunded = refunding.learned(gateway.charge(payment.id()).orElseThrow(), NOW);
    unitOfWork.inTransaction(() -> payments.update(refunded));
    assertThat(kinds()).isEmpty();
  }

  @Test
  void aPaymentInVainHasTakenNothing() {
    receive(10);
    Order order = place(2);
    Payment payment = begun(order);
    stored(payment, PaymentStatus.DECLINED);
    assertThat(kinds()).isEmpty();
    gateway.authorise(payment.id(), InMemoryPaymentGateway.GOOD, PRICE);
    assertThat(kinds()).containsExactly(DisagreementKind.CHARGE_DIFFERS);
  }

  @Test
  void whatMovesWhileTheGatewayIsAskedIsLeftForTheNextTime() {
    receive(10);
    Order order = place(2);
    Payment payment = begun(order);
    stored(payment, PaymentStatus.DECLINED);
    gateway.authorise(payment.id(), InMemoryPaymentGateway.GOOD, PRICE);
    gateway.suffer(
        (_, effect) -> {
          effect.run();
          Payment known = unitOfWork.inTransaction(() -> payments.find(payment.id())).orElseThrow();
          stored(known, PaymentStatus.DECLINED);
        });
    assertThat(kinds()).isEmpty();
  }

  @Test
  void aChargeThatTheGatewayDoesNotKnowIsNamed() {
    receive(10);
    Order order = place(2);
    move(order, OrderStatus.CONFIRMED);
    Payment payment = begun(order);
    stored(payment, PaymentStatus.CAPTURED);
    assertThat(found())
        .containsExactly(
            Disagreement.ofPayment(
                DisagreementKind.CHARGE_DIFFERS,
                order.id(),
                payment.id(),
                "The payment is captured over 2500 EUR with 0 paid back; the gateway knows no such"
                    + " charge."));
  }

  @Test
  void whatHasYetToReachTheGatewayAgreesAndWhatHasReachedItMustBeThere() {
    receive(10);
    Order order = place(2);
    Payment payment = begun(order);
    clock.advance(A_MINUTE.plusMillis(1));
    for (PaymentStatus status : List.of(PaymentStatus.PENDING, PaymentStatus.VOIDING)) {
      stored(payment, status);
      assertThat(kinds()).as(status.code()).isEmpty();
    }
    stored(payment, PaymentStatus.AUTHORIZED);
    assertThat(kinds()).containsExactly(DisagreementKind.CHARGE_DIFFERS);
    gateway.authorise(payment.id(), InMemoryPaymentGateway.GOOD, PRICE);
    assertThat(kinds()).isEmpty();
  }

  @Test
  void aRefundUnderWayMustHaveItsCharge() {
    receive(10);
    Order order = place(2);
    move(order, OrderStatus.CONFIRMED);
    Payment payment = captured(order);
    Refund refund =
        Refund.requested(new RefundId(identifiers.next()), PRICE, "late", Optional.empty(), NOW);
    unitOfWork.inTransaction(() -> payments.update(payment.refunding(refund, NOW)));
    gateway.refund(payment.id(), refund.refundId(), PRICE);
    clock.advance(A_MINUTE);
    assertThat(kinds()).isEmpty();
    clock.advance(Duration.ofMillis(1));
    assertThat(kinds()).containsExactly(DisagreementKind.CHARGE_DIFFERS);
  }

  @Test
  void aChargeThatNoPaymentIsOnRecordForIsNamedUntilItIsPaidBack() {
    PaymentId stray = new PaymentId(identifiers.next());
    PaymentId vain = new PaymentId(identifiers.next());
    gateway.authorise(stray, InMemoryPaymentGateway.GOOD, PRICE);
    gateway.authorise(vain, InMemoryPaymentGateway.BAD, PRICE);
    assertThat(kinds()).containsExactly(DisagreementKind.CHARGE_WITHOUT_PAYMENT);
    gateway.capture(stray);
    assertThat(found())
        .containsExactly(
            Disagreement.ofCharge(
                DisagreementKind.CHARGE_WITHOUT_PAYMENT,
                stray,
                "The gateway has a charge captured over 2500 EUR with 0 paid back; no payment is on"
                    + " record."));
    gateway.refund(stray, new RefundId(identifiers.next()), PRICE);
    assertThat(kinds()).isEmpty();
  }

  @Test
  void aGatewayThatDoesNotAnswerIsAskedOnceAndNamed() {
    receive(10);
    for (int number = 0; number < 3; number++) {
      Order order = place(1);
      captured(order);
      move(order, OrderStatus.CONFIRMED);
    }
    move(place(1), OrderStatus.CONFIRMED);
    AtomicInteger asked = new AtomicInteger();
    gateway.suffer(
        (_, _) -> {
          asked.incrementAndGet();
          throw new Unavailable("The payment gateway", null);
        });
    assertThat(kinds())
        .containsExactly(DisagreementKind.ORDER_NOT_PAID, DisagreementKind.CHARGE_UNKNOWN);
    assertThat(asked).hasValue(1);
  }

  @Test
  void whatTheGatewayToldBeforeItFellSilentIsNamed() {
    receive(10);
    Order order = place(2);
    move(order, OrderStatus.CONFIRMED);
    stored(begun(order), PaymentStatus.CAPTURED);
    AtomicInteger asked = new AtomicInteger();
    gateway.suffer(
        (_, _) -> {
          if (asked.incrementAndGet() > 1) {
            throw new Unavailable("The payment gateway", null);
          }
        });
    assertThat(kinds())
        .containsExactly(DisagreementKind.CHARGE_DIFFERS, DisagreementKind.CHARGE_UNKNOWN);
  }

  @Test
  void theGatewayIsAskedAboutAllPaymentsAtOnce() {
    receive(1_000);
    for (int number = 0; number < 60; number++) {
      Order order = place(1);
      captured(order);
      move(order, OrderStatus.CONFIRMED);
    }
    AtomicInteger asked = new AtomicInteger();
    gateway.suffer((_, _) -> asked.incrementAndGet());
    assertThat(kinds()).isEmpty();
    assertThat(asked).as("once for its payments, once for its newest charges").hasValue(2);
  }

  @Test
  void goesFromTheNewestOrdersToTheOldest() {
    receive(10);
    Order oldest = place(1);
    Order older = place(1);
    Order newest = place(1);
    List.of(oldest, older, newest).forEach(order -> move(order, OrderStatus.CONFIRMED));
    Slice<Disagreement> first = part(Optional.empty(), 2);
    assertThat(orderIds(first)).containsExactly(newest.id(), older.id());
    assertThat(first.paging()).isEqualTo(new Slice.Cursor(2, Optional.of(older.id().toString())));
    Slice<Disagreement> last = part(Optional.of(older.id()), 2);
    assertThat(orderIds(last)).containsExactly(oldest.id());
    assertThat(last.paging()).isEqualTo(new Slice.Cursor(2, Optional.empty()));
  }

  @Test
  void isForThoseWhoMayReadOrders() {
    assertThatExceptionOfType(Forbidden.class)
        .isThrownBy(() -> list.list(new ListDisagreements.Query(ada, Optional.empty(), 1)));
    for (int limit : List.of(0, ListDisagreements.MAX_ORDERS + 1)) {
      assertThatExceptionOfType(InvalidInput.class)
          .isThrownBy(() -> new ListDisagreements.Query(clerk, Optional.empty(), limit));
    }
  }

  @Test
  void runsOnceInAPauseAndAllLearnWhatItFound() {
    receive(1_000);
    for (int number = 0; number < ListDisagreements.MAX_ORDERS + 1; number++) {
      move(place(1), OrderStatus.CONFIRMED);
    }
    long all = ListDisagreements.MAX_ORDERS + 1L;
    RunReconciliation.Command command = new RunReconciliation.Command(JOB);
    assertThat(count.count()).isZero();
    assertThat(run.run(command)).isEqualTo(new RunReconciliation.Result(all));
    move(place(1), OrderStatus.CONFIRMED);
    assertThat(count.count()).isEqualTo(all);
    assertThat(run.run(command)).isEqualTo(new RunReconciliation.Result(all + 1));
    assertThat(count.count()).isEqualTo(all + 1);
  }

  @Test
  void aRunCountsAGatewayThatDoesNotAnswerOnce() {
    receive(1_000);
    for (int number = 0; number < ListDisagreements.MAX_ORDERS + 1; number++) {
      Order order = place(1);
      captured(order);
      move(order, OrderStatus.CONFIRMED);
    }
    gateway.suffer(
        (_, _) -> {
          throw new Unavailable("The payment gateway", null);
        });
    assertThat(run.run(new RunReconciliation.Command(JOB)))
        .isEqualTo(new RunReconciliation.Result(1));
  }

  private List<DisagreementKind> kinds() {
    return found().stream().map(Disagreement::kind).toList();
  }

  private List<Disagreement> found() {
    return part(Optional.empty(), ListDisagreements.MAX_ORDERS).items();
  }

  private Slice<Disagreement> part(Optional<OrderId> after, int limit) {
    return list.list(new ListDisagreements.Query(clerk, after, limit));
  }

  private static List<OrderId> orderIds(Slice<Disagreement> part) {
    return part.items().stream().flatMap(found -> found.orderId().stream()).toList();
  }

  private void receive(long pieces) {
    append(StockMovement.Kind.ADJUSTMENT, pieces, 0, Optional.empty());
  }

  private Order place(int quantity) {
    Order order =
        unitOfWork.inTransaction(
            () ->
                orders
                    .add(
                        List.of(
                            Purchases.order(
                                identifiers,
                                ada.id(),
                                clock.instant(),
                                Purchases.mugs(mug, quantity))))
                    .getFirst());
    append(StockMovement.Kind.RESERVATION, 0, quantity, Optional.of(order.id()));
    return order;
  }

  private void append(
      StockMovement.Kind kind, long onHand, long reserved, Optional<OrderId> reference) {
    unitOfWork.inTransaction(
        () ->
            ledger.append(
                List.of(
                    new StockMovement(
                        identifiers.next(),
                        mug,
                        kind,
                        onHand,
                        reserved,
                        "tested",
                        reference.map(OrderId::value),
                        "system:test",
                        NOW))));
  }

  /** Moves the order on, or back, past all that orders allow. */
  private void move(Order order, OrderStatus status) {
    Order moved =
        new Order(
            order.id(),
            order.number(),
            order.customerId(),
            status,
            order.lines(),
            order.total(),
            order.expiresAt(),
            order.createdAt(),
            false,
            order.updatedAt(),
            order.version() + 1);
    unitOfWork.inTransaction(() -> orders.update(List.of(moved), "broken", "system:test"));
  }

  private Payment begun(Order order) {
    Payment begun =
        Payment.begun(
            new PaymentId(identifiers.next()),
            order.id(),
            ada.id(),
            PRICE,
            InMemoryPaymentGateway.GOOD,
            clock.instant());
    unitOfWork.inTransaction(() -> payments.add(begun));
    return begun;
  }

  /** A payment of the order that both we and the gateway know as captured. */
  private Payment captured(Order order) {
    Payment payment = begun(order);
    gateway.authorise(payment.id(), InMemoryPaymentGateway.GOOD, PRICE);
    Payment captured = payment.learned(gateway.capture(payment.id()), clock.instant());
    unitOfWork.inTransaction(() -> payments.update(captured));
    return captured;
  }

  /** Stores the payment in that state, whatever it was. */
  private void stored(Payment payment, PaymentStatus status) {
    unitOfWork.inTransaction(
        () ->
            payments.update(
                new Payment(
                    payment.id(),
                    payment.orderId(),
                    payment.payerId(),
                    payment.amount(),
                    payment.method(),
                    status,
                    payment.refunds(),
                    Optional.empty(),
                    0,
                    payment.createdAt(),
                    payment.updatedAt(),
                    payment.version() + 1)));
  }
}
