package dev.quartermaster.domain.payments;

import java.util.UUID;

/**
 * Identifies a refund.
 *
 * @param value a UUID of version 7 (RFC 9562)
 */
public record RefundId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
