package dev.quartermaster.application.ordering;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.ordering.Order;
import dev.quartermaster.domain.ordering.OrderEvents;
import dev.quartermaster.domain.ordering.Orders;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.AuditEntry;
import dev.quartermaster.domain.shared.AuditTrail;
import dev.quartermaster.domain.shared.NotFound;
import dev.quartermaster.domain.shared.Outbox;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

@UseCase
final class HoldOrderService implements HoldOrder {
  private final UnitOfWork unitOfWork;
  private final Orders orders;
  private final AuditTrail auditTrail;
  private final Outbox outbox;
  private final InstantSource clock;

  HoldOrderService(
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
  public Order hold(Command command) {
    Actor actor = command.actor();
    return unitOfWork.inTransaction(
        () -> {
          Order order =
              orders
                  .findForUpdate(command.orderId())
                  .filter(found -> mayMove(actor, found, command.purpose()))
                  .orElseThrow(() -> new NotFound("order", command.orderId()));
          Instant now = clock.instant();
          Order held =
              switch (command.purpose()) {
                case PAYMENT -> order.paymentBegun(now);
                case REFUND -> order.refundBegun(now);
              };
          String begun =
              switch (command.purpose()) {
                case PAYMENT -> "payment begun";
                case REFUND -> "refund begun";
              };
          orders.update(List.of(held), begun, actor.reference());
          auditTrail.append(AuditEntry.of(actor, "order.held", "order", order.id(), now));
          outbox.append(OrderEvents.moved(order, held, actor, Map.of("reason", begun)));
          return held;
        });
  }

  private static boolean mayMove(Actor actor, Order order, Purpose purpose) {
    return switch (purpose) {
      case PAYMENT -> actor.is(order.customerId());
      case REFUND -> actor.may(Permission.ORDERS_WRITE);
    };
  }
}
