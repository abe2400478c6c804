package dev.quartermaster.rest.inventory;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A correction of the stock on hand. */
@Schema(description = "A correction of the stock on hand")
record AdjustStockRequest(
    @Schema(description = "Pieces to add, or when negative to take away", examples = "100")
        @NotNull(message = "must be given") @Min(value = -1_000_000_000, message = "must be at least {value}") @Max(value = 1_000_000_000, message = "must be at most {value}") Long delta,
    @Schema(description = "Why, for the ledger", examples = "delivery 4711")
        @NotBlank(message = "must be given") @Size(max = 200, message = "must have 1 to {max} characters") String reason) {}
