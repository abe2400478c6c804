package dev.quartermaster.domain.webhooks;

import java.util.UUID;

/**
 * Identifies a delivery.
 *
 * @param value a UUID of version 7 (RFC 9562)
 */
public record DeliveryId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
