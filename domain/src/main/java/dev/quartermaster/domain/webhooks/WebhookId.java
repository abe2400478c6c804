package dev.quartermaster.domain.webhooks;

import java.util.UUID;

/**
 * Identifies a webhook.
 *
 * @param value a UUID of version 7 (RFC 9562)
 */
public record WebhookId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
