package dev.quartermaster.rest.ordering;

import dev.quartermaster.application.ordering.ShipOrder;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How an order is sent. */
@Schema(description = "How an order is sent")
record ShipOrderRequest(
    @Schema(description = "Who carries it", examples = "DHL")
        @NotBlank(message = "must be given") @Size(max = ShipOrder.MAX_CARRIER_LENGTH, message = "must have 1 to {max} characters") String carrier,
    @Schema(description = "By what the carrier knows it", examples = "00340434161094042557")
        @NotBlank(message = "must be given") @Size(max = ShipOrder.MAX_TRACKING_LENGTH, message = "must have 1 to {max} characters") String tracking) {}
