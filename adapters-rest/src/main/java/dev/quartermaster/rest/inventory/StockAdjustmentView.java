package dev.quartermaster.rest.inventory;

import dev.quartermaster.application.inventory.AdjustStock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A correction of the stock, and the stock that it led to. */
@Schema(name = "StockAdjustment", description = "A correction and the stock it led to")
record StockAdjustmentView(
    @Schema(description = "Identifies the entry in the ledger") UUID id,
    @Schema(description = "The product") UUID productId,
    @Schema(description = "By how many pieces the stock on hand changed", examples = "100")
        long delta,
    @Schema(description = "Why", maxLength = 200, examples = "delivery 4711") String reason,
    @Schema(description = "When it happened") Instant createdAt,
    @Schema(description = "Pieces that can be ordered now", minimum = "0", examples = "194")
        long available,
    @Schema(description = "Pieces promised to orders now", minimum = "0", examples = "6")
        long reserved,
    @Schema(description = "Pieces in the warehouse now", minimum = "0", examples = "200")
        long onHand,
    @Schema(description = "What can be done next, by name") Map<String, String> links) {

  static StockAdjustmentView of(AdjustStock.Result result) {
    return new StockAdjustmentView(
        result.movement().id(),
        result.movement().productId().value(),
        result.movement().onHandDelta(),
        result.movement().reason(),
        result.movement().createdAt(),
        result.level().available(),
        result.level().reserved(),
        result.level().onHand(),
        Map.of(
            "stock",
            StockResource.path(result.level().productId()),
            "movements",
            StockResource.path(result.level().productId()) + "/movements"));
  }
}
