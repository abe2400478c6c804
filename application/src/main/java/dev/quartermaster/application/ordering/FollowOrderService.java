package dev.quartermaster.application.ordering;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.ordering.Order;
import dev.quartermaster.domain.ordering.OrderNews;
import dev.quartermaster.domain.ordering.Orders;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.PublishedEvent;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.util.concurrent.Flow;

@UseCase
final class FollowOrderService implements FollowOrder {
  private final UnitOfWork unitOfWork;
  private final Orders orders;
  private final OrderNews news;

  FollowOrderService(UnitOfWork unitOfWork, Orders orders, OrderNews news) {
    this.unitOfWork = unitOfWork;
    this.orders = orders;
    this.news = news;
  }

  @Override
  public void follow(Query query, Flow.Subscriber<PublishedEvent> follower) {
    query.actor().requirePrincipal(Permission.ORDERS_READ);
    Order order =
        unitOfWork.inTransaction(
            () ->
                OrderAccess.visible(
                    orders.find(query.orderId()),
                    query.orderId(),
                    query.actor(),
                    Permission.ORDERS_READ));
    news.follow(order.id(), query.actor().reference(), query.lastEventId(), follower);
  }
}
