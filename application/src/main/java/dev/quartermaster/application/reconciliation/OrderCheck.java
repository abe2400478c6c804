package dev.quartermaster.application.reconciliation;

import dev.quartermaster.domain.ordering.OrderState;
import dev.quartermaster.domain.ordering.OrderStatus;
import dev.quartermaster.domain.payments.Payment;
import dev.quartermaster.domain.payments.PaymentStatus;
import dev.quartermaster.domain.reconciliation.Disagreement;
import dev.quartermaster.domain.reconciliation.DisagreementKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Holds an order against its payments and its stock. */
final class OrderCheck {
  private OrderCheck() {}

  static List<Disagreement> of(
      OrderState order, List<Payment> payments, boolean holdsStock, Instant now) {
    return Stream.of(payment(order, payments), stock(order, payments, holdsStock, now))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Disagreement> payment(OrderState order, List<Payment> payments) {
    Optional<Payment> kept = payments.stream().filter(OrderCheck::keepsMoney).findFirst();
    return switch (order.status()) {
      case CONFIRMED, SHIPPED, DELIVERED ->
          kept.isPresent()
              ? Optional.empty()
              : Optional.of(
                  Disagreement.ofOrder(
                      DisagreementKind.ORDER_NOT_PAID,
                      order.orderId(),
                      "The order is " + order.status().code() + "; no payment of it is captured."));
      case PENDING_PAYMENT, CANCELLED, EXPIRED ->
          kept.map(payment -> with(payment, order, DisagreementKind.PAID_ORDER_NOT_CONFIRMED));
      case REFUNDED ->
          payments.stream().anyMatch(payment -> payment.status() == PaymentStatus.REFUNDED)
              ? Optional.empty()
              : Optional.of(notPaidBack(order, kept));
    };
  }

  private static Optional<Disagreement> stock(
      OrderState order, List<Payment> payments, boolean holdsStock, Instant now) {
    boolean isOpen =
        order.status() == OrderStatus.PENDING_PAYMENT || order.status() == OrderStatus.CONFIRMED;
    if (holdsStock && !isOpen) {
      return Optional.of(
          Disagreement.ofOrder(
              DisagreementKind.STOCK_STILL_HELD,
              order.orderId(),
              "The order is " + order.status().code() + "; its movements leave stock reserved."));
    }
    boolean isOverdue =
        order.status() == OrderStatus.PENDING_PAYMENT
            && order.expiresAt().plus(ListDisagreements.GRACE).isBefore(now);
    return isOverdue && payments.stream().noneMatch(payment -> hasTimeLeft(payment, now))
        ? Optional.of(
            Disagreement.ofOrder(
                DisagreementKind.RESERVATION_OUTLIVED,
                order.orderId(),
                "The order was to be paid until "
                    + order.expiresAt()
                    + "; it waits still, and no payment of it has time left."))
        : Optional.empty();
  }

  private static boolean hasTimeLeft(Payment payment, Instant now) {
    Instant calledOff = payment.createdAt().plus(Payment.PATIENCE);
    return !payment.isSettled() && !calledOff.plus(ListDisagreements.GRACE).isBefore(now);
  }

  /** Whether the shop has money of the customer. */
  private static boolean keepsMoney(Payment payment) {
    return payment.status() == PaymentStatus.CAPTURED
        || payment.status() == PaymentStatus.PARTIALLY_REFUNDED;
  }

  private static Disagreement notPaidBack(OrderState order, Optional<Payment> kept) {
    return kept.map(payment -> with(payment, order, DisagreementKind.REFUND_NOT_PAID_BACK))
        .orElseGet(
            () ->
                Disagreement.ofOrder(
                    DisagreementKind.REFUND_NOT_PAID_BACK,
                    order.orderId(),
                    "The order is refunded; no payment of it is."));
  }

  private static Disagreement with(Payment payment, OrderState order, DisagreementKind kind) {
    return Disagreement.ofPayment(
        kind,
        order.orderId(),
        payment.id(),
        "The order is "
            + order.status().code()
            + "; the payment is "
            + payment.status().code()
            + ".");
  }
}
