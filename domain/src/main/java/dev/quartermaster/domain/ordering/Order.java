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
 * @param paymentUnderWay whether money for it is on its way, in either direction; until it is known
 *     how that ends, nothing else moves the order
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
    boolean paymentUnderWay,
    Instant updatedAt,
    long version) {
  public Order {
    lines = List.copyOf(lines);
  }

  /**
   * The order, called off.
   *
   * @throws OrderNotCancellable when it is past that
   * @throws PaymentUnderWay while its payment may still succeed
   */
  public Order cancelled(Instant at) {
    requireNoPaymentUnderWay();
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
    if (!becomes(OrderStatus.EXPIRED) || at.isBefore(expiresAt)) {
      throw new IllegalStateException("order " + id + " cannot expire at " + at);
    }
    return moved(OrderStatus.EXPIRED, at);
  }

  /** Whether it still waits for a payment that was due before then, and none is under way. */
  public boolean isOverdue(Instant at) {
    return status == OrderStatus.PENDING_PAYMENT && !paymentUnderWay && expiresAt.isBefore(at);
  }

  /**
   * The order while its payment is tried.
   *
   * @throws OrderNotPayable when it does not wait for a payment, or not any more
   * @throws PaymentUnderWay while another payment may still succeed
   */
  public Order paymentBegun(Instant at) {
    requireNoPaymentUnderWay();
    if (!isPayable() || !at.isBefore(expiresAt)) {
      throw new OrderNotPayable(this);
    }
    return with(status, true, at);
  }

  /**
   * The order while money for it is paid back.
   *
   * @throws OrderNotRefundable when it is not paid
   * @throws PaymentUnderWay while other money for it is on its way
   */
  public Order refundBegun(Instant at) {
    requireNoPaymentUnderWay();
    if (!isRefundable()) {
      throw new OrderNotRefundable(this);
    }
    return with(status, true, at);
  }

  /**
   * The order once it is known how its payment or refund ended.
   *
   * @param next the state that this leads to; the present one if nothing came of it, or a part of
   *     the money was paid back
   * @throws IllegalStateException when no money was on its way, or this cannot come of it
   */
  public Order settled(OrderStatus next, Instant at) {
    if (!paymentUnderWay || !(next == status || status.canBecome(next))) {
      throw new IllegalStateException(
          "order " + id + " is " + status.code() + " and cannot settle as " + next.code());
    }
    return with(next, false, at);
  }

  /**
   * The order, on its way to the customer.
   *
   * @throws OrderNotShippable when it is not paid, or is on its way already
   * @throws PaymentUnderWay while it is paid back
   */
  public Order shipped(Instant at) {
    requireNoPaymentUnderWay();
    if (!isShippable()) {
      throw new OrderNotShippable(this);
    }
    return moved(OrderStatus.SHIPPED, at);
  }

  /**
   * The order, arrived.
   *
   * @throws OrderNotDeliverable when it is not on its way
   * @throws PaymentUnderWay while it is paid back
   */
  public Order delivered(Instant at) {
    requireNoPaymentUnderWay();
    if (!isDeliverable()) {
      throw new OrderNotDeliverable(this);
    }
    return moved(OrderStatus.DELIVERED, at);
  }

  /** Whether it can still be called off. */
  public boolean isCancellable() {
    return becomes(OrderStatus.CANCELLED);
  }

  /** Whether a payment can be tried, if it is in time. */
  public boolean isPayable() {
    return becomes(OrderStatus.CONFIRMED);
  }

  /** Whether it can be sent. */
  public boolean isShippable() {
    return becomes(OrderStatus.SHIPPED);
  }

  /** Whether it can arrive. */
  public boolean isDeliverable() {
    return becomes(OrderStatus.DELIVERED);
  }

  /** Whether it can be paid back. */
  public boolean isRefundable() {
    return becomes(OrderStatus.REFUNDED);
  }

  /** Whether its pieces have not left the warehouse, so that it holds them. */
  public boolean holdsStock() {
    return status == OrderStatus.PENDING_PAYMENT || status == OrderStatus.CONFIRMED;
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

  private boolean becomes(OrderStatus next) {
    return !paymentUnderWay && status.canBecome(next);
  }

  private void requireNoPaymentUnderWay() {
    if (paymentUnderWay) {
      throw new PaymentUnderWay();
    }
  }

  private Order moved(OrderStatus next, Instant at) {
    return with(next, paymentUnderWay, at);
  }

  private Order with(OrderStatus next, boolean underWay, Instant at) {
    return new Order(
        id,
        number,
        customerId,
        next,
        lines,
        total,
        expiresAt,
        createdAt,
        underWay,
        at,
        version + 1);
  }
}
