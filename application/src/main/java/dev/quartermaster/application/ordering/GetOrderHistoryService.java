package dev.quartermaster.application.ordering;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.ordering.OrderTransition;
import dev.quartermaster.domain.ordering.Orders;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.util.List;

@UseCase
final class GetOrderHistoryService implements GetOrderHistory {
  private final UnitOfWork unitOfWork;
  private final Orders orders;

  GetOrderHistoryService(UnitOfWork unitOfWork, Orders orders) {
    this.unitOfWork = unitOfWork;
    this.orders = orders;
  }

  @Override
  public List<OrderTransition> get(Query query) {
    query.actor().requirePrincipal(Permission.ORDERS_READ);
    return unitOfWork.inTransaction(
        () -> {
          OrderAccess.visible(
              orders.find(query.orderId()), query.orderId(), query.actor(), Permission.ORDERS_READ);
          return orders.history(query.orderId());
        });
  }
}
