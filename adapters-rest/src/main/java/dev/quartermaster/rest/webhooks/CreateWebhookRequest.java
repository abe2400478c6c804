package dev.quartermaster.rest.webhooks;

import dev.quartermaster.application.webhooks.CreateWebhook;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.domain.webhooks.EventTypePattern;
import dev.quartermaster.domain.webhooks.Webhook;
import dev.quartermaster.domain.webhooks.WebhookUrl;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a new webhook shall be. */
@Schema(description = "What a new webhook shall be")
record CreateWebhookRequest(
    @Schema(
            description =
                "Where events shall go: an https URL without credentials or fragment, which leads to"
                    + " a public address; what else is allowed, a setting of the server says",
            format = "uri",
            examples = "https://shop.example/hooks")
        @NotBlank(message = "must be given") @Size(max = WebhookUrl.MAX_LENGTH, message = "must have at most {max} characters") String url,
    @Schema(
            description =
                "Which events shall be sent: types such as order.placed, all of a thing such as"
                    + " order.*, or all, *",
            examples = "[\"order.*\", \"payment.captured\"]")
        @NotEmpty(message = "must name at least one type") @Size(max = Webhook.MAX_EVENT_TYPES, message = "must have at most {max} entries") List<
                @NotNull(message = "must be given") @Size(
                    max = EventTypePattern.MAX_LENGTH,
                    message = "must have at most {max} characters")
                String>
            eventTypes,
    @Schema(description = "What it is for", examples = "tells the warehouse")
        @Size(max = Webhook.MAX_DESCRIPTION_LENGTH, message = "must have at most {max} characters") @Nullable String description) {

  /** The command of whoever asks. */
  CreateWebhook.Command toCommand(Actor asking) {
    InvalidInput.collect(() -> WebhookUrl.of(url), () -> EventTypes.read(eventTypes));
    return new CreateWebhook.Command(
        asking, WebhookUrl.of(url), EventTypes.read(eventTypes), Optional.ofNullable(description));
  }
}
