package dev.quartermaster.domain.payments;

import java.util.UUID;

/**
 * Identifies a payment.
 *
 * @param value a UUID of version 7 (RFC 9562)
 */
public record PaymentId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
