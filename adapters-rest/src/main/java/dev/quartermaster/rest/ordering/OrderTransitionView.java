package dev.quartermaster.rest.ordering;

import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.ordering.OrderTransition;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An entry of an order's history as clients see it. */
@Schema(name = "OrderTransition", description = "An entry of an order's history")
record OrderTransitionView(
    @Schema(description = "The state that the order moved to", examples = "pending_payment")
        String status,
    @Schema(description = "Why", examples = "placed") String reason,
    @Schema(description = "Who moved it") String actor,
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
