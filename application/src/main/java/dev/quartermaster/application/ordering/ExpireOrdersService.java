package dev.quartermaster.application.ordering;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.ordering.Order;
import dev.quartermaster.domain.ordering.Orders;
import dev.quartermaster.domain.ordering.StockReservations;
import dev.quartermaster.domain.shared.AuditTrail;
import dev.quartermaster.domain.shared.Outbox;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

@UseCase
final class ExpireOrdersService implements ExpireOrders {
  private final UnitOfWork unitOfWork;
  private final Orders orders;
  private final Expiry expiry;
  private final InstantSource clock;

  ExpireOrdersService(
      UnitOfWork unitOfWork,
      Orders orders,
      StockReservations reservations,
      AuditTrail auditTrail,
      Outbox outbox,
      InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.orders = orders;
    this.expiry = new Expiry(orders, reservations, auditTrail, outbox);
    this.clock = clock;
  }

  @Override
  public Result expire(Command command) {
    return unitOfWork.inTransaction(
        () -> {
          Instant now = clock.instant();
          List<Order> overdue = orders.lockOverdue(now, command.limit());
          if (!overdue.isEmpty()) {
            expiry.end(overdue, command.actor(), now);
          }
          return new Result(overdue.size());
        });
  }
}
