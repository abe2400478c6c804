package dev.quartermaster.rest.webhooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.quartermaster.domain.webhooks.Attempt;
import dev.quartermaster.domain.webhooks.Delivery;
import dev.quartermaster.domain.webhooks.WebhookUrl;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a receiver is sent, as clients see it. */
@Schema(name = "DeliveryRequest", description = "What the receiver is sent")
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeliveryRequestView(
    @Schema(
            description = "Where it was sent the last time; missing before",
            format = "uri",
            maxLength = WebhookUrl.MAX_LENGTH,
            examples = "https://shop.example/hooks")
        @Nullable String url,
    @Schema(description = "Its headers by name, but for the signature, which differs each time")
        Map<String, String> headers,
    @Schema(
            description = "The body, as it is signed: the event in the JSON form of CloudEvents",
            maxLength = 1_000_000,
            examples = "{\"specversion\":\"1.0\",\"type\":\"order.placed\"}")
        String body) {

  static DeliveryRequestView of(Delivery delivery) {
    Optional<Attempt> last = delivery.lastAttempt();
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("content-type", "application/json");
    headers.put("webhook-id", delivery.message().eventId().toString());
    last.ifPresent(
        attempt -> headers.put("webhook-timestamp", Long.toString(attempt.at().getEpochSecond())));
    return new DeliveryRequestView(
        last.map(attempt -> attempt.url().toString()).orElse(null),
        headers,
        delivery.message().body());
  }
}
