package dev.quartermaster.application.ordering;

import dev.quartermaster.domain.ordering.Offers;
import dev.quartermaster.domain.ordering.Orders;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.Permission;

final class CancelOrderService implements CancelOrder {
  private final Orders orders;

  CancelOrderService(Orders orders, Offers offers) {
    this.orders = orders;
  }

  @Override
  public void cancel(Actor actor, String order) {
    Runnable work = () -> OrderAccess.check(orders, actor, order, Permission.ORDERS_WRITE);
    work.run();
  }
}
