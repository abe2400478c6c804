package dev.quartermaster.domain.ordering;

import java.util.UUID;

/**
 * Identifies an order.
 *
 * @param value a UUID of version 7 (RFC 9562)
 */
public record OrderId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
