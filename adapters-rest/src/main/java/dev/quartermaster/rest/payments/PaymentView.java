package dev.quartermaster.rest.payments;

import dev.quartermaster.domain.payments.Payment;
import dev.quartermaster.rest.shared.MoneyBody;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A payment as clients see it. */
@Schema(name = "Payment", description = "A try to pay an order")
record PaymentView(
    @Schema(description = "Identifies the payment") UUID id,
    @Schema(description = "What is paid") UUID orderId,
    @Schema(
            description =
                "pending or authorized while its end is not known; captured once the order is paid",
            enumeration = {
              "pending",
              "authorized",
              "captured",
              "partially_refunded",
              "refunded",
              "declined",
              "voiding",
              "voided"
            },
            examples = "captured")
        String status,
    @Schema(description = "How much") MoneyBody amount,
    @Schema(description = "What was paid back of it") MoneyBody refunded,
    @Schema(
            description = "What was asked to be paid back of it, oldest first",
            maxItems = Payment.MAX_REFUNDS)
        List<RefundView> refunds,
    @Schema(
            description = "By what it is paid",
            maxLength = Payment.MAX_METHOD_LENGTH,
            examples = "pm_ok")
        String paymentMethod,
    @Schema(description = "When it began") Instant createdAt,
    @Schema(description = "When it last got on") Instant updatedAt,
    @Schema(description = "What can be done next, by name") Map<String, String> links) {
  private static final String ORDERS = "/api/v1/orders/";

  PaymentView {
    refunds = List.copyOf(refunds);
    links = Map.copyOf(links);
  }

  static PaymentView of(Payment payment) {
    return new PaymentView(
        payment.id().value(),
        payment.orderId().value(),
        payment.status().code(),
        MoneyBody.of(payment.amount()),
        MoneyBody.of(payment.refunded()),
        payment.refunds().stream().map(RefundView::of).toList(),
        payment.method(),
        payment.createdAt(),
        payment.updatedAt(),
        Map.of("self", path(payment), "order", ORDERS + payment.orderId()));
  }

  static String path(Payment payment) {
    return ORDERS + payment.orderId() + "/payments/" + payment.id();
  }
}
