package dev.quartermaster.application.ordering;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.ordering.Order;
import dev.quartermaster.domain.ordering.Orders;
import dev.quartermaster.domain.ordering.StockReservations;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.AuditTrail;
import dev.quartermaster.domain.shared.Outbox;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

@UseCase
final class ExpireDeferredOrderService implements ExpireDeferredOrder {
  private final UnitOfWork unitOfWork;
  private final Orders orders;
  private final Expiry expiry;
  private final InstantSource clock;

  ExpireDeferredOrderService(
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
  public void expire(Command command) {
    unitOfWork.inTransaction(
        () -> {
          Instant now = clock.instant();
          orders
              .findForUpdate(command.orderId())
              .filter(order -> order.isOverdue(now))
              .ifPresent(order -> end(order, command.actor(), now));
        });
  }

  private void end(Order order, Actor actor, Instant now) {
    expiry.end(List.of(order), actor, now);
    orders.forgetDeferral(order.id());
  }
}
