package dev.quartermaster.rest.webhooks;

import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.domain.webhooks.EventTypePattern;
import dev.quartermaster.domain.webhooks.Webhook;
import dev.quartermaster.domain.webhooks.WebhookChanges;
import dev.quartermaster.domain.webhooks.WebhookStatus;
import dev.quartermaster.domain.webhooks.WebhookUrl;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What of a webhook shall be different; what is left out stays. */
@Schema(description = "What of a webhook shall be different; what is left out stays")
record EditWebhookRequest(
    @Schema(
            description = "Another address, which makes the webhook healthy",
            format = "uri",
            examples = "https://shop.example/hooks/v2")
        @Size(max = WebhookUrl.MAX_LENGTH, message = "must have at most {max} characters") @Nullable String url,
    @Schema(description = "All types of events that shall be sent", examples = "[\"order.*\"]")
        @Size(min = 1, max = Webhook.MAX_EVENT_TYPES, message = "must have {min} to {max} entries") @Nullable List<
                @NotNull(message = "must be given") @Size(
                    max = EventTypePattern.MAX_LENGTH,
                    message = "must have at most {max} characters")
                String>
            eventTypes,
    @Schema(
            description = "Another description; an empty text takes it away",
            examples = "tells the warehouse")
        @Size(max = Webhook.MAX_DESCRIPTION_LENGTH, message = "must have at most {max} characters") @Nullable String description,
    @Schema(
            description = "enabled or disabled",
            enumeration = {"enabled", "disabled"},
            examples = "disabled")
        @Pattern(regexp = "enabled|disabled", message = "must be enabled or disabled") @Nullable String status) {

  WebhookChanges toChanges() {
    Optional<String> newUrl = Optional.ofNullable(url);
    Optional<List<String>> newTypes = Optional.ofNullable(eventTypes);
    InvalidInput.collect(
        () -> newUrl.ifPresent(WebhookUrl::of), () -> newTypes.ifPresent(EventTypes::read));
    return new WebhookChanges(
        newUrl.map(WebhookUrl::of),
        newTypes.map(EventTypes::read),
        Optional.ofNullable(description),
        Optional.ofNullable(status).flatMap(WebhookStatus::ofCode));
  }
}
