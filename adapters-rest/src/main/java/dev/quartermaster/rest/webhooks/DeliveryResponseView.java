package dev.quartermaster.rest.webhooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.quartermaster.domain.webhooks.Answer;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a receiver has answered, as clients see it. */
@Schema(name = "DeliveryResponse", description = "What the receiver has answered")
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeliveryResponseView(
    @Schema(description = "The HTTP status", minimum = "100", maximum = "999", examples = "204")
        int status,
    @Schema(
            description = "The first 1024 bytes of the body, if it has one",
            maxLength = 1024,
            examples = "thanks")
        @Nullable String body) {

  static Optional<DeliveryResponseView> of(Answer answer) {
    return switch (answer) {
      case Answer.Received(var status, var excerpt) ->
          Optional.of(new DeliveryResponseView(status, excerpt.orElse(null)));
      case Answer.Failed _ -> Optional.empty();
    };
  }
}
