package dev.quartermaster.application.ordering;

import dev.quartermaster.domain.ordering.Orders;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.RateLimits;
import dev.quartermaster.domain.shared.RatePolicy;

final class OrderAccess {
  static boolean check(Orders orders, Actor actor, String order, Permission permission) {
    return actor.is(orders.ownerOf(order)) || actor.may(permission);
  }

  static boolean limit(RateLimits rateLimits, Actor actor) {
    return rateLimits.take(RatePolicy.CHANGES, actor.name());
  }
}
