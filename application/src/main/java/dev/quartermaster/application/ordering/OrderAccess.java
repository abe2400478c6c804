package dev.quartermaster.application.ordering;

import dev.quartermaster.domain.ordering.Order;
import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.NotFound;
import dev.quartermaster.domain.shared.Permission;
import java.util.Optional;

/** Who may see and move whose order: customers their own, and the holders of a permission all. */
final class OrderAccess {
  private OrderAccess() {}

  /**
   * The order, if the actor may know of it.
   *
   * @throws NotFound otherwise, so that nobody learns which orders there are
   */
  static Order visible(
      Optional<Order> order, OrderId id, Actor actor, Permission permissionForOthers) {
    return order
        .filter(found -> actor.is(found.customerId()) || actor.may(permissionForOthers))
        .orElseThrow(() -> new NotFound("order", id));
  }
}
