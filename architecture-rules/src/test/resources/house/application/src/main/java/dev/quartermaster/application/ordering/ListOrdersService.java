package dev.quartermaster.application.ordering;

import dev.quartermaster.domain.ordering.Orders;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.Permission;

final class ListOrdersService implements ListOrders {
  ListOrdersService(Orders orders) {}

  @Override
  public void list(Actor actor) {
    actor.require(Permission.ORDERS_READ);
  }
}
