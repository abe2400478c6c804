package dev.quartermaster.domain.shared;

import java.util.UUID;

/**
 * Identifies an API key.
 *
 * @param value a UUID of version 7 (RFC 9562)
 */
public record ApiKeyId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
