package dev.quartermaster.application.ordering;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.ordering.Order;
import dev.quartermaster.domain.ordering.OrderEvents;
import dev.quartermaster.domain.ordering.Orders;
import dev.quartermaster.domain.ordering.StockReservations;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.AuditEntry;
import dev.quartermaster.domain.shared.AuditTrail;
import dev.quartermaster.domain.shared.Change;
import dev.quartermaster.domain.shared.Outbox;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

@UseCase
final class ExpireOrdersService implements ExpireOrders {
  private final UnitOfWork unitOfWork;
  private final Orders orders;
  private final StockReservations reservations;
  private final AuditTrail auditTrail;
  private final Outbox outbox;
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
    this.reservations = reservations;
    this.auditTrail = auditTrail;
    this.outbox = outbox;
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
          outbox.append(
              overdue.stream()
                  .map(order -> OrderEvents.moved(order, order.expired(now), command.actor()))
                  .toList());
          auditTrail.append(
              overdue.stream().map(order -> entry(command.actor(), order, now)).toList());
          return new Result(overdue.size());
        });
  }

  private static AuditEntry entry(Actor actor, Order overdue, Instant now) {
    return AuditEntry.of(actor, "order.expired", "order", overdue.id(), now)
        .changing(Change.between(overdue.auditable(), overdue.expired(now).auditable()));
  }
}
