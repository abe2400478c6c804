package dev.quartermaster.application.ordering;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.ordering.Order;
import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.ordering.Orders;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

@UseCase
final class DeferExpiryService implements DeferExpiry {
  private final UnitOfWork unitOfWork;
  private final Orders orders;
  private final InstantSource clock;

  DeferExpiryService(UnitOfWork unitOfWork, Orders orders, InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.orders = orders;
    this.clock = clock;
  }

  @Override
  public List<OrderId> defer(Command command) {
    return unitOfWork.inTransaction(
        () -> {
          Instant now = clock.instant();
          List<OrderId> overdue =
              orders.lockOverdue(now, command.limit()).stream().map(Order::id).toList();
          orders.deferExpiry(overdue, now.plus(PAUSE));
          return overdue;
        });
  }
}
