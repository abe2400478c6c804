package dev.quartermaster.testkit.payments;

import dev.quartermaster.domain.ordering.Order;
import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.ordering.OrderStatus;
import dev.quartermaster.domain.ordering.Orders;
import dev.quartermaster.domain.payments.PaidOrders;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.NotFound;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Orders as payments see them, in memory. */
public final class InMemoryPaidOrders implements PaidOrders {
  private final Orders orders;
  private final InstantSource clock;

  /** Those orders. */
  public InMemoryPaidOrders(Orders orders, InstantSource clock) {
    this.orders = orders;
    this.clock = clock;
  }

  @Override
  public Order beginPayment(OrderId orderId, Actor actor) {
    Order order =
        orders
            .findForUpdate(orderId)
            .filter(found -> actor.is(found.customerId()))
            .orElseThrow(() -> new NotFound("order", orderId));
    return moved(order.paymentBegun(clock.instant()), "payment begun", actor);
  }

  @Override
  public Order beginRefund(OrderId orderId, Actor actor) {
    return moved(locked(orderId).refundBegun(clock.instant()), "refund begun", actor);
  }

  @Override
  public Order settle(OrderId orderId, Optional<OrderStatus> next, String reason, Actor actor) {
    Order order = locked(orderId);
    return moved(order.settled(next.orElse(order.status()), clock.instant()), reason, actor);
  }

  private Order locked(OrderId orderId) {
    return orders.findForUpdate(orderId).orElseThrow(() -> new NotFound("order", orderId));
  }

  private Order moved(Order order, String reason, Actor actor) {
    orders.update(List.of(order), reason, actor.reference());
    return order;
  }
}
