package dev.quartermaster.bootstrap.contexts;

import dev.quartermaster.application.ordering.HoldOrder;
import dev.quartermaster.application.ordering.SettleOrder;
import dev.quartermaster.domain.ordering.Order;
import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.ordering.OrderStatus;
import dev.quartermaster.domain.payments.PaidOrders;
import dev.quartermaster.domain.shared.Actor;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Payments' view of ordering. */
@Singleton
final class OrderingPaidOrders implements PaidOrders {
  private final HoldOrder holdOrder;
  private final SettleOrder settleOrder;

  OrderingPaidOrders(HoldOrder holdOrder, SettleOrder settleOrder) {
    this.holdOrder = holdOrder;
    this.settleOrder = settleOrder;
  }

  @Override
  public Order beginPayment(OrderId orderId, Actor actor) {
    return holdOrder.hold(new HoldOrder.Command(actor, orderId, HoldOrder.Purpose.PAYMENT));
  }

  @Override
  public Order beginRefund(OrderId orderId, Actor actor) {
    return holdOrder.hold(new HoldOrder.Command(actor, orderId, HoldOrder.Purpose.REFUND));
  }

  @Override
  public Order settle(OrderId orderId, Optional<OrderStatus> next, String reason, Actor actor) {
    return settleOrder.settle(new SettleOrder.Command(actor, orderId, next, reason));
  }
}
