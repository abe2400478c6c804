package dev.quartermaster.application.ordering;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.ordering.Order;
import dev.quartermaster.domain.ordering.OrderEvents;
import dev.quartermaster.domain.ordering.Orders;
import dev.quartermaster.domain.ordering.StockReservations;
import dev.quartermaster.domain.shared.AuditEntry;
import dev.quartermaster.domain.shared.AuditTrail;
import dev.quartermaster.domain.shared.Change;
import dev.quartermaster.domain.shared.Outbox;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

@UseCase
final class CancelOrderService implements CancelOrder {
  private final UnitOfWork unitOfWork;
  private final Orders orders;
  private final StockReservations reservations;
  private final AuditTrail auditTrail;
  private final Outbox outbox;
  private final InstantSource clock;

  CancelOrderService(
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
  public Order cancel(Command command) {
    command.actor().requirePrincipal(Permission.ORDERS_WRITE);
    String actor = command.actor().reference();
    return unitOfWork.inTransaction(
        () -> {
          Order order =
              OrderAccess.visible(
                  orders.findForUpdate(command.orderId()),
                  command.orderId(),
                  command.actor(),
                  Permission.ORDERS_WRITE);
          Instant now = clock.instant();
          Order cancelled = order.cancelled(now);
          reservations.release(List.of(order.id()), actor);
          orders.update(List.of(cancelled), "cancelled on request", actor);
          auditTrail.append(
              AuditEntry.of(command.actor(), "order.cancelled", "order", order.id(), now)
                  .changing(Change.between(order.auditable(), cancelled.auditable())));
          outbox.append(OrderEvents.moved(order, cancelled, command.actor()));
          return cancelled;
        });
  }
}
