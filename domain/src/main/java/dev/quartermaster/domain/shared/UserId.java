package dev.quartermaster.domain.shared;

import java.util.UUID;

/**
 * Identifies a user.
 *
 * @param value a UUID of version 7 (RFC 9562)
 */
public record UserId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
