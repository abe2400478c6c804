package dev.quartermaster.application.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.inventory.StockLevel;
import dev.quartermaster.domain.ordering.NewOrder;
import dev.quartermaster.domain.ordering.Order;
import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.ordering.OrderNotDeliverable;
import dev.quartermaster.domain.ordering.OrderNotPayable;
import dev.quartermaster.domain.ordering.OrderNotRefundable;
import dev.quartermaster.domain.ordering.OrderNotShippable;
import dev.quartermaster.domain.ordering.OrderStatus;
import dev.quartermaster.domain.ordering.OrderTransition;
import dev.quartermaster.domain.ordering.PaymentUnderWay;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.AuditEntry;
import dev.quartermaster.domain.shared.Forbidden;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.domain.shared.NotFound;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.testkit.ordering.InMemoryOrders;
import dev.quartermaster.testkit.ordering.InMemoryStockReservations;
import dev.quartermaster.testkit.ordering.Purchases;
import dev.quartermaster.testkit.shared.Actors;
import dev.quartermaster.testkit.shared.InMemoryAuditTrail;
import dev.quartermaster.testkit.shared.InMemoryOutbox;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;
import dev.quartermaster.testkit.shared.SequentialIdentifiers;
import dev.quartermaster.testkit.shared.SettableClock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PaidOrderUseCasesTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final Actor.SystemProcess SAGA = new Actor.SystemProcess("payment-resumption");
  private static final Actor.SystemProcess EXPIRY = new Actor.SystemProcess("expiry");

  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final InMemoryStockReservations stock = new InMemoryStockReservations(unitOfWork);
  private final InMemoryOrders orders = new InMemoryOrders(unitOfWork);
  private final InMemoryAuditTrail auditTrail = new InMemoryAuditTrail(unitOfWork);
  private final InMemoryOutbox outbox = new InMemoryOutbox(unitOfWork);
  private final SequentialIdentifiers identifiers = new SequentialIdentifiers();
  private final SettableClock clock = new SettableClock(NOW);
  private final Actor.SignedIn ada = Actors.with();
  private final Actor.SignedIn clerk = Actors.with(Permission.ORDERS_WRITE);
  private final ProductId mug = new ProductId(identifiers.next());

  private final HoldOrder hold =
      new HoldOrderService(unitOfWork, orders, auditTrail, outbox, clock);
  private final SettleOrder settle =
      new SettleOrderService(unitOfWork, orders, stock, auditTrail, outbox, clock);
  private final ShipOrder ship =
      new ShipOrderService(unitOfWork, orders, stock, auditTrail, outbox, clock);
  private final DeliverOrder deliver =
      new DeliverOrderService(unitOfWork, orders, auditTrail, outbox, clock);
  private final CancelOrder cancel =
      new CancelOrderService(unitOfWork, orders, stock, auditTrail, outbox, clock);
  private final ExpireOrders expire =
      new ExpireOrdersService(unitOfWork, orders, stock, auditTrail, outbox, clock);

  private final OrderId order = placed();

  @Test
  void fromPaymentToDelivery() {
    paid();
    assertStock(10, 3);
    Order shipped = ship.ship(new ShipOrder.Command(clerk, order, "DHL", "4711"));
    assertThat(shipped.status()).isEqualTo(OrderStatus.SHIPPED);
    assertStock(7, 0);
    Order delivered = deliver.deliver(new DeliverOrder.Command(clerk, order));
    assertThat(delivered.status()).isEqualTo(OrderStatus.DELIVERED);
    assertThat(orders.history(order))
        .extracting(OrderTransition::status, OrderTransition::reason, OrderTransition::actor)
        .containsExactly(
            tuple(OrderStatus.PENDING_PAYMENT, "order placed", ada.reference()),
            tuple(OrderStatus.PENDING_PAYMENT, "payment begun", ada.reference()),
            tuple(OrderStatus.CONFIRMED, "paid", SAGA.reference()),
            tuple(OrderStatus.SHIPPED, "shipped with DHL as 4711", clerk.reference()),
            tuple(OrderStatus.DELIVERED, "delivered", clerk.reference()));
    assertThat(auditTrail.entries())
        .extracting(AuditEntry::action)
        .containsExactly("order.held", "order.settled", "order.shipped", "order.delivered");
  }

  @Test
  void nothingElseMovesAnOrderWhoseMoneyIsOnItsWay() {
    hold(ada, HoldOrder.Purpose.PAYMENT);
    assertThatExceptionOfType(PaymentUnderWay.class)
        .isThrownBy(() -> cancel.cancel(new CancelOrder.Command(ada, order)));
    assertThatExceptionOfType(PaymentUnderWay.class)
        .isThrownBy(() -> hold(ada, HoldOrder.Purpose.PAYMENT));
    clock.advance(NewOrder.PAYMENT_PERIOD.plusSeconds(1));
    assertThat(expire.expire(new ExpireOrders.Command(EXPIRY, 10)).expired()).isZero();
    settled(Optional.empty());
    assertThat(expire.expire(new ExpireOrders.Command(EXPIRY, 10)).expired()).isEqualTo(1);
    assertStock(10, 0);
    assertThatExceptionOfType(OrderNotPayable.class)
        .isThrownBy(() -> hold(ada, HoldOrder.Purpose.PAYMENT));
  }

  @Test
  void aRefundBeforeShippingGivesThePiecesBackAndOneAfterItDoesNot() {
    paid();
    hold(clerk, HoldOrder.Purpose.REFUND);
    assertThatExceptionOfType(PaymentUnderWay.class)
        .isThrownBy(() -> ship.ship(new ShipOrder.Command(clerk, order, "DHL", "4711")));
    settled(Optional.of(OrderStatus.REFUNDED));
    assertStock(10, 0);
    assertThatExceptionOfType(OrderNotRefundable.class)
        .isThrownBy(() -> hold(clerk, HoldOrder.Purpose.REFUND));
  }

  @Test
  void aRefundAfterShippingLeavesTheStockAlone() {
    paid();
    ship.ship(new ShipOrder.Command(clerk, order, "DHL", "4711"));
    hold(clerk, HoldOrder.Purpose.REFUND);
    settled(Optional.of(OrderStatus.REFUNDED));
    assertStock(7, 0);
  }

  @Test
  void aPartialRefundLeavesTheOrderWhereItIs() {
    paid();
    hold(clerk, HoldOrder.Purpose.REFUND);
    settled(Optional.empty());
    assertThat(stored().status()).isEqualTo(OrderStatus.CONFIRMED);
    assertStock(10, 3);
  }

  @Test
  void ordersGoTheirWayInOneDirection() {
    assertThatExceptionOfType(OrderNotShippable.class)
        .isThrownBy(() -> ship.ship(new ShipOrder.Command(clerk, order, "DHL", "4711")));
    paid();
    assertThatExceptionOfType(OrderNotDeliverable.class)
        .isThrownBy(() -> deliver.deliver(new DeliverOrder.Command(clerk, order)));
    ship.ship(new ShipOrder.Command(clerk, order, "DHL", "4711"));
    assertThatExceptionOfType(OrderNotShippable.class)
        .isThrownBy(() -> ship.ship(new ShipOrder.Command(clerk, order, "DHL", "4711")));
    assertStock(7, 0);
  }

  @Test
  void clerksShipAndCustomersPay() {
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(() -> hold(clerk, HoldOrder.Purpose.PAYMENT));
    paid();
    assertThatExceptionOfType(Forbidden.class)
        .isThrownBy(() -> ship.ship(new ShipOrder.Command(ada, order, "DHL", "4711")));
    assertThatExceptionOfType(Forbidden.class)
        .isThrownBy(() -> deliver.deliver(new DeliverOrder.Command(ada, order)));
    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> hold(ada, HoldOrder.Purpose.REFUND));
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(
            () ->
                ship.ship(
                    new ShipOrder.Command(clerk, new OrderId(identifiers.next()), "DHL", "1")));
  }

  @Test
  void aShipmentNamesCarrierAndTracking() {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> new ShipOrder.Command(clerk, order, " ", "x".repeat(101)))
        .satisfies(
            refusal ->
                assertThat(refusal.fieldErrors())
                    .extracting("field")
                    .containsExactly("carrier", "tracking"));
  }

  private OrderId placed() {
    NewOrder placed = Purchases.order(identifiers, ada.id(), NOW, Purchases.mugs(mug, 3));
    unitOfWork.inTransaction(
        () -> {
          stock.receive(mug, 10);
          assertThat(stock.reserve(List.of(placed))).isEmpty();
          orders.add(List.of(placed));
        });
    return placed.id();
  }

  private void paid() {
    hold(ada, HoldOrder.Purpose.PAYMENT);
    settle.settle(new SettleOrder.Command(SAGA, order, Optional.of(OrderStatus.CONFIRMED), "paid"));
  }

  private void hold(Actor actor, HoldOrder.Purpose purpose) {
    hold.hold(new HoldOrder.Command(actor, order, purpose));
  }

  private void settled(Optional<OrderStatus> next) {
    settle.settle(new SettleOrder.Command(SAGA, order, next, "settled"));
  }

  private Order stored() {
    return orders.find(order).orElseThrow();
  }

  private void assertStock(long onHand, long reserved) {
    assertThat(stock.level(mug)).isEqualTo(new StockLevel(mug, onHand, reserved));
  }
}
