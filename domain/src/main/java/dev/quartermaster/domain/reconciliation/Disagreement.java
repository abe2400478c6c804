package dev.quartermaster.domain.reconciliation;

import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.payments.PaymentId;
import java.util.Optional;

/**
 * Two records that do not tell the same story.
 *
 * @param kind in what way
 * @param orderId which order it is about, if it is about one
 * @param paymentId which payment it is about, if it is about one
 * @param productId which product it is about, if it is about one
 * @param detail what each of the records says
 */
public record Disagreement(
    DisagreementKind kind,
    Optional<OrderId> orderId,
    Optional<PaymentId> paymentId,
    Optional<ProductId> productId,
    String detail) {

  /** A disagreement about an order. */
  public static Disagreement ofOrder(DisagreementKind kind, OrderId orderId, String detail) {
    return new Disagreement(kind, Optional.of(orderId), Optional.empty(), Optional.empty(), detail);
  }

  /** A disagreement about a payment and its order. */
  public static Disagreement ofPayment(
      DisagreementKind kind, OrderId orderId, PaymentId paymentId, String detail) {
    return new Disagreement(
        kind, Optional.of(orderId), Optional.of(paymentId), Optional.empty(), detail);
  }

  /** A disagreement about a charge that no payment is on record for. */
  public static Disagreement ofCharge(DisagreementKind kind, PaymentId paymentId, String detail) {
    return new Disagreement(
        kind, Optional.empty(), Optional.of(paymentId), Optional.empty(), detail);
  }

  /** A disagreement about nothing less than all that was compared. */
  public static Disagreement ofAll(DisagreementKind kind, String detail) {
    return new Disagreement(kind, Optional.empty(), Optional.empty(), Optional.empty(), detail);
  }

  /** A disagreement about a product's stock. */
  public static Disagreement ofProduct(DisagreementKind kind, ProductId productId, String detail) {
    return new Disagreement(
        kind, Optional.empty(), Optional.empty(), Optional.of(productId), detail);
  }
}
