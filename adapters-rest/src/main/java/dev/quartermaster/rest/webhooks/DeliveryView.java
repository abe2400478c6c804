package dev.quartermaster.rest.webhooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.quartermaster.domain.webhooks.Answer;
import dev.quartermaster.domain.webhooks.Attempt;
import dev.quartermaster.domain.webhooks.Delivery;
import dev.quartermaster.domain.webhooks.DeliveryState;
import dev.quartermaster.domain.webhooks.EventTypePattern;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A delivery as clients see it. */
@Schema(name = "Delivery", description = "An event on its way to a webhook")
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeliveryView(
    @Schema(description = "Identifies the delivery") UUID id,
    @Schema(description = "Where it goes") UUID webhookId,
    @Schema(description = "The event; its webhook-id, the same in each delivery of it")
        UUID eventId,
    @Schema(
            description = "What happened",
            maxLength = EventTypePattern.MAX_LENGTH,
            examples = "order.placed")
        String eventType,
    @Schema(
            description =
                "pending while it waits for an attempt, sending during one; delivered once the"
                    + " receiver has answered 2xx, dead when it was given up",
            enumeration = {"pending", "sending", "delivered", "dead"},
            examples = "delivered")
        String state,
    @Schema(description = "How often sending it was begun", examples = "1") int attempts,
    @Schema(description = "What is sent, and was sent the last time") DeliveryRequestView request,
    @Schema(description = "What was answered the last time; missing if nothing was")
        @Nullable DeliveryResponseView response,
    @Schema(
            description = "Why nothing was answered the last time, if so",
            maxLength = 10_000,
            examples = "no complete answer within 15000 ms")
        @Nullable String failure,
    @Schema(description = "How long the last attempt took, in milliseconds", examples = "73")
        @Nullable Long durationMillis,
    @Schema(description = "When the last attempt began; missing before the first is over")
        @Nullable Instant attemptedAt,
    @Schema(
            description =
                "Before when it is not attempted again; missing unless it is pending. What was"
                    + " queued before it of the same thing goes first")
        @Nullable Instant nextAttemptAt,
    @Schema(description = "When it was queued") Instant createdAt,
    @Schema(description = "When it last changed") Instant updatedAt,
    @Schema(description = "What can be done next, by name") Map<String, String> links) {

  DeliveryView {
    links = Map.copyOf(links);
  }

  static DeliveryView of(Delivery delivery) {
    Optional<Attempt> last = delivery.lastAttempt();
    return new DeliveryView(
        delivery.id().value(),
        delivery.webhookId().value(),
        delivery.message().eventId(),
        delivery.message().eventType(),
        delivery.state().code(),
        delivery.attempts(),
        DeliveryRequestView.of(delivery),
        last.map(Attempt::answer).flatMap(DeliveryResponseView::of).orElse(null),
        last.map(Attempt::answer).flatMap(DeliveryView::failure).orElse(null),
        last.map(attempt -> attempt.duration().toMillis()).orElse(null),
        last.map(Attempt::at).orElse(null),
        delivery.state() == DeliveryState.PENDING ? delivery.nextAttemptAt() : null,
        delivery.createdAt(),
        delivery.updatedAt(),
        links(delivery));
  }

  static String path(Delivery delivery) {
    return WebhookView.PATH + "/" + delivery.webhookId() + "/deliveries/" + delivery.id();
  }

  private static Optional<String> failure(Answer answer) {
    return switch (answer) {
      case Answer.Received _ -> Optional.empty();
      case Answer.Failed(var reason) -> Optional.of(reason);
    };
  }

  private static Map<String, String> links(Delivery delivery) {
    String self = path(delivery);
    return Map.of(
        "self",
        self,
        "webhook",
        WebhookView.PATH + "/" + delivery.webhookId(),
        "redeliver",
        self + "/redeliver");
  }
}
