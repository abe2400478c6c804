package dev.quartermaster.rest.ordering;

import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.ordering.OrderTransition;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An entry of an order's history as clients see it. */
@Schema(name = "OrderTransition", description = "An entry of an order's history")
record OrderTransitionView(
    @Schema(
            description = "The state that the order moved to",
            enumeration = {
              "pending_payment",
              "confirmed",
              "shipped",
              "delivered",
              "cancelled",
              "expired",
              "refunded"
            },
            examples = "pending_payment")
        String status,
    @Schema(description = "Why", maxLength = 200, examples = "placed") String reason,
    @Schema(
            description = "Who moved it",
            maxLength = 100,
            examples = "user:01980f3c-6f4e-7cc0-8d3e-2f1f0a5b7c1d")
        String actor,
    @Schema(description = "When") Instant at,
    @Schema(description = "What can be done next, by name") Map<String, String> links) {

  static OrderTransitionView of(OrderTransition transition, OrderId orderId) {
    return new OrderTransitionView(
        transition.status().code(),
        transition.reason(),
        transition.actor(),
        transition.at(),
        Map.of("order", OrderView.PATH + "/" + orderId));
  }
}
