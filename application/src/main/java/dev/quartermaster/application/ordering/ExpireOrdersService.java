package dev.quartermaster.application.ordering;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.ordering.Order;
import dev.quartermaster.domain.ordering.Orders;
import dev.quartermaster.domain.ordering.StockReservations;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

@UseCase
final class ExpireOrdersService implements ExpireOrders {
  private final UnitOfWork unitOfWork;
  private final Orders orders;
  private final StockReservations reservations;
  private final InstantSource clock;

  ExpireOrdersService(
      UnitOfWork unitOfWork, Orders orders, StockReservations reservations, InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.orders = orders;
    this.reservations = reservations;
    this.clock = clock;
  }

  @Override
  public Result expire(Command command) {
    String actor = command.actor().reference();
    return unitOfWork.inTransaction(
        () -> {
          Instant now = clock.instant();
          List<Order> overdue = orders.lockOverdue(now, command.limit());
          if (overdue.isEmpty()) {
            return new Result(0);
          }
          reservations.release(overdue.stream().map(Order::id).toList(), actor);
          orders.update(
              overdue.stream().map(order -> order.expired(now)).toList(),
              "not paid in time",
              actor);
          return new Result(overdue.size());
        });
  }
}
