package dev.quartermaster.application.ordering;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.ordering.Order;
import dev.quartermaster.domain.ordering.OrderEvents;
import dev.quartermaster.domain.ordering.OrderStatus;
import dev.quartermaster.domain.ordering.Orders;
import dev.quartermaster.domain.ordering.StockReservations;
import dev.quartermaster.domain.shared.AuditEntry;
import dev.quartermaster.domain.shared.AuditTrail;
import dev.quartermaster.domain.shared.Change;
import dev.quartermaster.domain.shared.NotFound;
import dev.quartermaster.domain.shared.Outbox;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

@UseCase
final class SettleOrderService implements SettleOrder {
  private final UnitOfWork unitOfWork;
  private final Orders orders;
  private final StockReservations reservations;
  private final AuditTrail auditTrail;
  private final Outbox outbox;
  private final InstantSource clock;

  SettleOrderService(
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
  public Order settle(Command command) {
    String actor = command.actor().reference();
    return unitOfWork.inTransaction(
        () -> {
          Order held =
              orders
                  .findForUpdate(command.orderId())
                  .orElseThrow(() -> new NotFound("order", command.orderId()));
          Instant now = clock.instant();
          Order settled = held.settled(command.next().orElse(held.status()), now);
          if (settled.status() == OrderStatus.REFUNDED && held.holdsStock()) {
            reservations.takeBack(held.id(), actor);
          }
          orders.update(List.of(settled), command.reason(), actor);
          auditTrail.append(
              AuditEntry.of(command.actor(), "order.settled", "order", held.id(), now)
                  .changing(Change.between(held.auditable(), settled.auditable())));
          outbox.append(
              OrderEvents.moved(
                  held, settled, command.actor(), Map.of("reason", command.reason())));
          return settled;
        });
  }
}
