package dev.quartermaster.application.ordering;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.ordering.Order;
import dev.quartermaster.domain.ordering.OrderEvents;
import dev.quartermaster.domain.ordering.Orders;
import dev.quartermaster.domain.ordering.StockReservations;
import dev.quartermaster.domain.shared.AuditEntry;
import dev.quartermaster.domain.shared.AuditTrail;
import dev.quartermaster.domain.shared.Change;
import dev.quartermaster.domain.shared.NotFound;
import dev.quartermaster.domain.shared.Outbox;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

@UseCase
final class ShipOrderService implements ShipOrder {
  private final UnitOfWork unitOfWork;
  private final Orders orders;
  private final StockReservations reservations;
  private final AuditTrail auditTrail;
  private final Outbox outbox;
  private final InstantSource clock;

  ShipOrderService(
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
  public Order ship(Command command) {
    command.actor().require(Permission.ORDERS_WRITE);
    String actor = command.actor().reference();
    return unitOfWork.inTransaction(
        () -> {
          Order order =
              orders
                  .findForUpdate(command.orderId())
                  .orElseThrow(() -> new NotFound("order", command.orderId()));
          Instant now = clock.instant();
          Order shipped = order.shipped(now);
          reservations.ship(order.id(), actor);
          orders.update(
              List.of(shipped),
              "shipped with " + command.carrier() + " as " + command.tracking(),
              actor);
          auditTrail.append(
              AuditEntry.of(command.actor(), "order.shipped", "order", order.id(), now)
                  .changing(Change.between(order.auditable(), shipped.auditable())));
          outbox.append(
              OrderEvents.moved(
                  order,
                  shipped,
                  command.actor(),
                  Map.of("carrier", command.carrier(), "tracking", command.tracking())));
          return shipped;
        });
  }
}
