package dev.quartermaster.domain.webhooks;

import java.util.Optional;
import java.util.Set;

/**
 * What of a webhook shall be different; what is empty stays.
 *
 * @param url where events shall go
 * @param eventTypes which events shall be sent
 * @param description what it is for; an empty text takes it away
 * @param status whether it shall be in use
 */
public record WebhookChanges(
    Optional<WebhookUrl> url,
    Optional<Set<EventTypePattern>> eventTypes,
    Optional<String> description,
    Optional<WebhookStatus> status) {
  public WebhookChanges {
    eventTypes = eventTypes.map(Set::copyOf);
  }
}
