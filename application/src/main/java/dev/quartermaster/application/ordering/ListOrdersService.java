package dev.quartermaster.application.ordering;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.ordering.Order;
import dev.quartermaster.domain.ordering.OrderFilter;
import dev.quartermaster.domain.ordering.Orders;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.Slice;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.domain.shared.UserId;
import java.util.Optional;

@UseCase
final class ListOrdersService implements ListOrders {
  private final UnitOfWork unitOfWork;
  private final Orders orders;

  ListOrdersService(UnitOfWork unitOfWork, Orders orders) {
    this.unitOfWork = unitOfWork;
    this.orders = orders;
  }

  @Override
  public Slice<Order> list(Query query) {
    OrderFilter filter =
        new OrderFilter(query.status(), visibleCustomer(query.actor(), query.customerId()));
    return unitOfWork.inTransaction(() -> orders.list(filter, query.page()));
  }

  private static Optional<UserId> visibleCustomer(Actor actor, Optional<UserId> wanted) {
    UserId self = actor.requirePrincipal(Permission.ORDERS_READ);
    if (actor.may(Permission.ORDERS_READ)) {
      return wanted;
    }
    if (wanted.isPresent() && !wanted.get().equals(self)) {
      actor.require(Permission.ORDERS_READ);
    }
    return Optional.of(self);
  }
}
