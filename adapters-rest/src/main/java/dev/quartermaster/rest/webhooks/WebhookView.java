package dev.quartermaster.rest.webhooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.quartermaster.domain.webhooks.EventTypePattern;
import dev.quartermaster.domain.webhooks.SigningSecret;
import dev.quartermaster.domain.webhooks.Webhook;
import dev.quartermaster.domain.webhooks.WebhookUrl;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A webhook as clients see it; with its secret in the answer that makes one only. */
@Schema(name = "Webhook", description = "A program that is sent events")
@JsonInclude(JsonInclude.Include.NON_NULL)
record WebhookView(
    @Schema(description = "Identifies the webhook") UUID id,
    @Schema(description = "Who answers for it, and is told when it is given up") UUID ownerId,
    @Schema(
            description = "Where events are sent",
            format = "uri",
            maxLength = WebhookUrl.MAX_LENGTH,
            examples = "https://shop.example/hooks")
        String url,
    @Schema(
            description = "Which events are sent",
            maxItems = Webhook.MAX_EVENT_TYPES,
            examples = "[\"order.*\"]")
        List<@Size(max = EventTypePattern.MAX_LENGTH) String> eventTypes,
    @Schema(
            description = "What it is for, if that is said",
            maxLength = Webhook.MAX_DESCRIPTION_LENGTH,
            examples = "tells the warehouse")
        @Nullable String description,
    @Schema(
            description = "Whether events are sent to it",
            enumeration = {"enabled", "disabled"},
            examples = "enabled")
        String status,
    @Schema(
            description =
                "By which its messages are signed, as Standard Webhooks has it; shown once, when it"
                    + " is made",
            maxLength = 100,
            examples = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwZqH5cYm0D4o=")
        @Nullable String secret,
    @Schema(description = "Since when every attempt to send to it has failed; missing if none has")
        @Nullable Instant failingSince,
    @Schema(description = "When it was created") Instant createdAt,
    @Schema(description = "When it last changed") Instant updatedAt,
    @Schema(description = "What can be done next, by name") Map<String, String> links) {
  static final String PATH = "/api/v1/webhooks";

  WebhookView {
    eventTypes = List.copyOf(eventTypes);
  }

  /** What is known of a webhook. */
  static WebhookView of(Webhook webhook) {
    return view(webhook, null);
  }

  /** A webhook with a secret that was made just now. */
  static WebhookView of(Webhook webhook, SigningSecret secret) {
    return view(webhook, secret.value());
  }

  @Override
  public String toString() {
    return "WebhookView[" + id + "]";
  }

  private static WebhookView view(Webhook webhook, @Nullable String secret) {
    return new WebhookView(
        webhook.id().value(),
        webhook.ownerId().value(),
        webhook.url().toString(),
        webhook.eventTypes().stream().map(EventTypePattern::value).sorted().toList(),
        webhook.description().orElse(null),
        webhook.status().code(),
        secret,
        webhook.health().failingSince().orElse(null),
        webhook.createdAt(),
        webhook.updatedAt(),
        links(webhook));
  }

  private static Map<String, String> links(Webhook webhook) {
    String self = PATH + "/" + webhook.id();
    Map<String, String> links = new LinkedHashMap<>();
    links.put("self", self);
    links.put("deliveries", self + "/deliveries");
    links.put("edit", self);
    links.put("delete", self);
    links.put("rotateSecret", self + "/rotate-secret");
    if (webhook.isEnabled()) {
      links.put("replay", self + "/replay");
    }
    return links;
  }
}
