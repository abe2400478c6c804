package dev.quartermaster.application.ordering;

import dev.quartermaster.domain.ordering.Order;
import dev.quartermaster.domain.ordering.OrderEvents;
import dev.quartermaster.domain.ordering.Orders;
import dev.quartermaster.domain.ordering.StockReservations;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.AuditEntry;
import dev.quartermaster.domain.shared.AuditTrail;
import dev.quartermaster.domain.shared.Change;
import dev.quartermaster.domain.shared.Outbox;
import java.time.Instant;
import java.util.List;

/** Ends orders that were not paid in time, in the current transaction. */
final class Expiry {
  private final Orders orders;
  private final StockReservations reservations;
  private final AuditTrail auditTrail;
  private final Outbox outbox;

  Expiry(Orders orders, StockReservations reservations, AuditTrail auditTrail, Outbox outbox) {
    this.orders = orders;
    this.reservations = reservations;
    this.auditTrail = auditTrail;
    this.outbox = outbox;
  }

  /** Ends all of the orders, which are locked and overdue. */
  void end(List<Order> overdue, Actor actor, Instant now) {
    String reference = actor.reference();
    reservations.release(overdue.stream().map(Order::id).toList(), reference);
    orders.update(
        overdue.stream().map(order -> order.expired(now)).toList(), "not paid in time", reference);
    outbox.append(
        overdue.stream()
            .map(order -> OrderEvents.moved(order, order.expired(now), actor))
            .toList());
    auditTrail.append(overdue.stream().map(order -> entry(actor, order, now)).toList());
  }

  private static AuditEntry entry(Actor actor, Order overdue, Instant now) {
    return AuditEntry.of(actor, "order.expired", "order", overdue.id(), now)
        .changing(Change.between(overdue.auditable(), overdue.expired(now).auditable()));
  }
}
