package dev.quartermaster.domain.notifications;

import java.util.UUID;

/**
 * Identifies a mail, also to the servers that it passes, so that they can tell a repetition.
 *
 * @param value a UUID of version 7 (RFC 9562)
 */
public record MailId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
