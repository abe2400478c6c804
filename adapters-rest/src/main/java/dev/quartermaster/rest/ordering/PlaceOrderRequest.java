package dev.quartermaster.rest.ordering;

import dev.quartermaster.application.ordering.PlaceOrder;
import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.ordering.NewOrder;
import dev.quartermaster.domain.ordering.OrderLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What shall be ordered. */
@Schema(description = "What shall be ordered")
record PlaceOrderRequest(
    @Schema(description = "1 to 1000 items; a product may stand in several")
        @NotNull(message = "must be given") @Size(min = 1, max = NewOrder.MAX_LINES, message = "must have {min} to {max} entries") List<@NotNull(message = "must be a JSON object") @Valid Item> items) {

  List<PlaceOrder.Item> toItems() {
    return items.stream()
        .map(item -> new PlaceOrder.Item(new ProductId(item.productId()), item.quantity()))
        .toList();
  }

  /** A product and how many pieces of it. */
  @Schema(name = "PlaceOrderItem", description = "A product and how many pieces of it")
  record Item(
      @Schema(description = "Which product") @NotNull(message = "must be given") UUID productId,
      @Schema(description = "How many pieces", examples = "2")
          @NotNull(message = "must be given") @Min(value = 1, message = "must be at least {value}") @Max(value = OrderLine.MAX_QUANTITY, message = "must be at most {value}") Integer quantity) {}
}
