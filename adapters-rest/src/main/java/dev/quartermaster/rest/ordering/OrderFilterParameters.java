package dev.quartermaster.rest.ordering;

import dev.quartermaster.domain.ordering.OrderStatus;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.domain.shared.UserId;
import dev.quartermaster.rest.shared.Identifier;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which orders a list shall hold. */
record OrderFilterParameters(
    @Parameter(
            description = "Exactly this state.",
            example = "pending_payment",
            schema =
                @Schema(
                    type = SchemaType.STRING,
                    enumeration = {
                      "pending_payment",
                      "confirmed",
                      "shipped",
                      "delivered",
                      "cancelled",
                      "expired",
                      "refunded"
                    }))
        @QueryParam("status")
        @Nullable String status,
    @Parameter(
            description = "Orders of this customer; others' need orders:read.",
            schema = @Schema(type = SchemaType.STRING, format = "uuid", maxLength = 36))
        @QueryParam("customerId")
        @Nullable String customerId) {

  Optional<OrderStatus> readStatus() {
    if (status == null) {
      return Optional.empty();
    }
    Optional<OrderStatus> wanted = OrderStatus.ofCode(status);
    if (wanted.isEmpty()) {
      throw InvalidInput.of(
          "status",
          "must be pending_payment, confirmed, shipped, delivered, cancelled, expired or refunded");
    }
    return wanted;
  }

  Optional<UserId> readCustomerId() {
    return Optional.ofNullable(customerId)
        .map(text -> new UserId(Identifier.of("customerId", text)));
  }
}
