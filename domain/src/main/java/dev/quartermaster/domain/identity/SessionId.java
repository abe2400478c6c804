package dev.quartermaster.domain.identity;

import java.util.UUID;

/**
 * Identifies a session, and with it the family of refresh tokens that descend from one log-in.
 *
 * @param value a UUID of version 7 (RFC 9562)
 */
public record SessionId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
