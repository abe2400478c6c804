package dev.quartermaster.rest.webhooks;

import dev.quartermaster.domain.webhooks.Replay;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A replay as clients see it. */
@Schema(name = "Replay", description = "Events of a time that are being queued again")
record ReplayView(
    @Schema(description = "Of which webhook") UUID webhookId,
    @Schema(description = "The beginning of the time") Instant from,
    @Schema(description = "Its end, which is no part of it") Instant to,
    @Schema(description = "When it was asked for") Instant requestedAt,
    @Schema(description = "What can be done next, by name") Map<String, String> links) {

  static ReplayView of(Replay replay) {
    String webhook = WebhookView.PATH + "/" + replay.webhookId();
    return new ReplayView(
        replay.webhookId().value(),
        replay.from(),
        replay.to(),
        replay.requestedAt(),
        Map.of("webhook", webhook, "deliveries", webhook + "/deliveries"));
  }
}
