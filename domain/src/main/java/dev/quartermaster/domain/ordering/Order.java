package dev.quartermaster.domain.ordering;

import dev.quartermaster.domain.shared.Money;
import dev.quartermaster.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A customer's order. Its life: {@code pending_payment → confirmed → shipped → delivered}; {@code
 * cancelled}, {@code expired} and {@code refunded} end it (see {@link OrderStatus#successors()}).
 *
 * @param id never changes
 * @param number unique and ascending, for people to name the order by
 * @param customerId who ordered
 * @param status where it is in its life
 * @param lines what was ordered, in the customer's order
 * @param total what it costs
 * @param expiresAt until when it waits for its payment
 * @param createdAt when it was placed
 * @param updatedAt when it last changed
 * @param version counts the changes, from 1
 */
public record Order(
    OrderId id,
    long number,
    UserId customerId,
    OrderStatus status,
    List<OrderLine> lines,
    Money total,
    Instant expiresAt,
    Instant createdAt,
    Instant updatedAt,
    long version) {
  public Order {
    lines = List.copyOf(lines);
  }

  /**
   * The order, called off.
   *
   * @throws OrderNotCancellable when it is past that
   */
  public Order cancelled(Instant at) {
    if (!isCancellable()) {
      throw new OrderNotCancellable(this);
    }
    return moved(OrderStatus.CANCELLED, at);
  }

  /**
   * The order, ended for want of payment.
   *
   * @throws IllegalStateException when it does not wait for a payment that is overdue
   */
  public Order expired(Instant at) {
    if (!status.canBecome(OrderStatus.EXPIRED) || at.isBefore(expiresAt)) {
      throw new IllegalStateException("order " + id + " cannot expire at " + at);
    }
    return moved(OrderStatus.EXPIRED, at);
  }

  /** Whether it can still be called off. */
  public boolean isCancellable() {
    return status.canBecome(OrderStatus.CANCELLED);
  }

  /** What the audit trail tells of the order; its lines never change and stay with it. */
  public Map<String, String> auditable() {
    return Map.of(
        "number", Long.toString(number),
        "customerId", customerId.toString(),
        "status", status.code(),
        "total.amount", Long.toString(total.amount()),
        "total.currency", total.currency().getCurrencyCode());
  }

  private Order moved(OrderStatus next, Instant at) {
    return new Order(
        id, number, customerId, next, lines, total, expiresAt, createdAt, at, version + 1);
  }
}
