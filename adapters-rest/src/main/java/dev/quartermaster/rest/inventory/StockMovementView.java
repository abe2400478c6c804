package dev.quartermaster.rest.inventory;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.quartermaster.domain.inventory.StockMovement;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An entry of the stock ledger as clients see it. */
@Schema(name = "StockMovement", description = "An entry of the stock ledger")
@JsonInclude(JsonInclude.Include.NON_NULL)
record StockMovementView(
    @Schema(description = "Identifies the entry") UUID id,
    @Schema(description = "The product that moved") UUID productId,
    @Schema(
            description = "adjustment, reservation or release",
            enumeration = {"adjustment", "reservation", "release", "shipment", "return"},
            examples = "adjustment")
        String kind,
    @Schema(description = "By how many pieces the stock on hand changed", examples = "100")
        long delta,
    @Schema(description = "By how many pieces the reserved stock changed", examples = "0")
        long reservedDelta,
    @Schema(description = "Why", maxLength = 200, examples = "delivery 4711") String reason,
    @Schema(description = "The order it was done for, if any") @Nullable UUID reference,
    @Schema(
            description = "Who did it",
            maxLength = 100,
            examples = "user:01980f3c-6f4e-7cc0-8d3e-2f1f0a5b7c1d")
        String actor,
    @Schema(description = "When it happened") Instant createdAt,
    @Schema(description = "What can be done next, by name") Map<String, String> links) {

  static StockMovementView of(StockMovement movement) {
    return new StockMovementView(
        movement.id(),
        movement.productId().value(),
        movement.kind().code(),
        movement.onHandDelta(),
        movement.reservedDelta(),
        movement.reason(),
        movement.reference().orElse(null),
        movement.actor(),
        movement.createdAt(),
        Map.of("stock", "/api/v1/products/" + movement.productId() + "/stock"));
  }
}
