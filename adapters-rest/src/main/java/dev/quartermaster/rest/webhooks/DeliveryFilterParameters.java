package dev.quartermaster.rest.webhooks;

import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.domain.webhooks.DeliveryFilter;
import dev.quartermaster.domain.webhooks.DeliveryState;
import dev.quartermaster.domain.webhooks.EventTypePattern;
import dev.quartermaster.domain.webhooks.WebhookId;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which deliveries a list shall hold. */
record DeliveryFilterParameters(
    @Parameter(
            description = "Exactly this state.",
            example = "dead",
            schema =
                @Schema(
                    type = SchemaType.STRING,
                    enumeration = {"pending", "sending", "delivered", "dead"}))
        @QueryParam("state")
        @Nullable String state,
    @Parameter(
            description = "Exactly this type of event.",
            example = "order.placed",
            schema = @Schema(type = SchemaType.STRING, maxLength = EventTypePattern.MAX_LENGTH))
        @QueryParam("eventType")
        @Nullable String eventType) {

  /**
   * The conditions, read.
   *
   * @throws InvalidInput naming the parameter at fault
   */
  DeliveryFilter read(WebhookId webhook) {
    return new DeliveryFilter(webhook, readState(), Optional.ofNullable(eventType));
  }

  private Optional<DeliveryState> readState() {
    if (state == null) {
      return Optional.empty();
    }
    Optional<DeliveryState> wanted = DeliveryState.ofCode(state);
    if (wanted.isEmpty()) {
      throw InvalidInput.of("state", "must be pending, sending, delivered or dead");
    }
    return wanted;
  }
}
