package dev.quartermaster.application.ordering;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.ordering.Order;
import dev.quartermaster.domain.ordering.Orders;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.UnitOfWork;

@UseCase
final class GetOrderService implements GetOrder {
  private final UnitOfWork unitOfWork;
  private final Orders orders;

  GetOrderService(UnitOfWork unitOfWork, Orders orders) {
    this.unitOfWork = unitOfWork;
    this.orders = orders;
  }

  @Override
  public Order get(Query query) {
    query.actor().requirePrincipal(Permission.ORDERS_READ);
    return unitOfWork.inTransaction(
        () ->
            OrderAccess.visible(
                orders.find(query.orderId()),
                query.orderId(),
                query.actor(),
                Permission.ORDERS_READ));
  }
}
