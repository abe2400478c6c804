package dev.quartermaster.application.ordering;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.ordering.Order;
import dev.quartermaster.domain.ordering.OrderEvents;
import dev.quartermaster.domain.ordering.Orders;
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

@UseCase
final class DeliverOrderService implements DeliverOrder {
  private final UnitOfWork unitOfWork;
  private final Orders orders;
  private final AuditTrail auditTrail;
  private final Outbox outbox;
  private final InstantSource clock;

  DeliverOrderService(
      UnitOfWork unitOfWork,
      Orders orders,
      AuditTrail auditTrail,
      Outbox outbox,
      InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.orders = orders;
    this.auditTrail = auditTrail;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Override
  public Order deliver(Command command) {
    command.actor().require(Permission.ORDERS_WRITE);
    String actor = command.actor().reference();
    return unitOfWork.inTransaction(
        () -> {
          Order order =
              orders
                  .findForUpdate(command.orderId())
                  .orElseThrow(() -> new NotFound("order", command.orderId()));
          Instant now = clock.instant();
          Order delivered = order.delivered(now);
          orders.update(List.of(delivered), "delivered", actor);
          auditTrail.append(
              AuditEntry.of(command.actor(), "order.delivered", "order", order.id(), now)
                  .changing(Change.between(order.auditable(), delivered.auditable())));
          outbox.append(OrderEvents.moved(order, delivered, command.actor()));
          return delivered;
        });
  }
}
