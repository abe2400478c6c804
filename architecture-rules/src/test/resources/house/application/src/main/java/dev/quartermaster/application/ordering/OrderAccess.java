package dev.quartermaster.application.ordering;

import dev.quartermaster.domain.ordering.Orders;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.Permission;

final class OrderAccess {
  static boolean check(Orders orders, Actor actor, String order, Permission permission) {
    return actor.is(orders.ownerOf(order)) || actor.may(permission);
  }
}
