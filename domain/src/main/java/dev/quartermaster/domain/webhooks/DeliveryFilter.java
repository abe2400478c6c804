package dev.quartermaster.domain.webhooks;

import java.util.Optional;

/**
 * Which deliveries a list holds; every condition given must be met.
 *
 * @param webhook those of this webhook
 * @param state exactly this state
 * @param eventType exactly this type of event
 */
public record DeliveryFilter(
    WebhookId webhook, Optional<DeliveryState> state, Optional<String> eventType) {}
