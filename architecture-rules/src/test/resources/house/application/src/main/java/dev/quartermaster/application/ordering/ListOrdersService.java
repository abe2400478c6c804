package dev.quartermaster.application.ordering;

import dev.quartermaster.domain.ordering.Orders;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.RateLimits;
import dev.quartermaster.domain.shared.RatePolicy;

final class ListOrdersService implements ListOrders {
  private final RateLimits rateLimits;

  ListOrdersService(Orders orders, RateLimits rateLimits) {
    this.rateLimits = rateLimits;
  }

  @Override
  public void list(Actor actor) {
    actor.require(Permission.ORDERS_READ);
    rateLimits.giveBack(RatePolicy.CHANGES, actor.name());
  }
}
