package dev.quartermaster.application.ordering;

import dev.quartermaster.domain.ordering.Offers;
import dev.quartermaster.domain.ordering.Orders;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.RateLimits;

final class CancelOrderService implements CancelOrder {
  private final Orders orders;
  private final RateLimits rateLimits;

  CancelOrderService(Orders orders, Offers offers, RateLimits rateLimits) {
    this.orders = orders;
    this.rateLimits = rateLimits;
  }

  @Override
  public void cancel(Actor actor, String order) {
    OrderAccess.limit(rateLimits, actor);
    Runnable work = () -> OrderAccess.check(orders, actor, order, Permission.ORDERS_WRITE);
    work.run();
  }
}
