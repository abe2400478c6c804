package dev.quartermaster.rest.reconciliation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.payments.PaymentId;
import dev.quartermaster.domain.reconciliation.Disagreement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A disagreement between records as clients see it. */
@Schema(name = "Disagreement", description = "Two records that do not tell the same story")
@JsonInclude(JsonInclude.Include.NON_NULL)
record DisagreementView(
    @Schema(
            description = "In what way they disagree",
            enumeration = {
              "order-not-paid",
              "paid-order-not-confirmed",
              "refund-not-paid-back",
              "charge-differs",
              "charge-without-payment",
              "charge-unknown",
              "ledger-differs",
              "reserved-differs",
              "stock-still-held",
              "reservation-outlived"
            },
            examples = "order-not-paid")
        String kind,
    @Schema(description = "Which order it is about, if it is about one") @Nullable UUID orderId,
    @Schema(
            description =
                "Which payment it is about, by the id that the gateway knows, if it is about one")
        @Nullable UUID paymentId,
    @Schema(description = "Which product it is about, if it is about one") @Nullable UUID productId,
    @Schema(
            description = "What each of the records says",
            maxLength = 500,
            examples = "The order is confirmed; no payment of it is captured.")
        String detail,
    @Schema(description = "What it is about, by name") Map<String, String> links) {
  static final String PATH = "/api/v1/reconciliation";

  private static final String ORDERS = "/api/v1/orders/";

  static DisagreementView of(Disagreement disagreement) {
    return new DisagreementView(
        disagreement.kind().code(),
        disagreement.orderId().map(OrderId::value).orElse(null),
        disagreement.paymentId().map(PaymentId::value).orElse(null),
        disagreement.productId().map(ProductId::value).orElse(null),
        disagreement.detail(),
        links(disagreement));
  }

  private static Map<String, String> links(Disagreement disagreement) {
    Map<String, String> links = new LinkedHashMap<>();
    disagreement
        .orderId()
        .ifPresent(
            order -> {
              links.put("order", ORDERS + order);
              links.put("history", ORDERS + order + "/history");
              disagreement
                  .paymentId()
                  .ifPresent(
                      payment -> links.put("payment", ORDERS + order + "/payments/" + payment));
            });
    disagreement
        .productId()
        .ifPresent(
            product -> {
              links.put("stock", "/api/v1/products/" + product + "/stock");
              links.put("movements", "/api/v1/products/" + product + "/stock/movements");
            });
    return Map.copyOf(links);
  }
}
