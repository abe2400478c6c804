package dev.quartermaster.domain.jobs;

import java.util.UUID;

/**
 * Identifies a job.
 *
 * @param value a UUID of version 7 (RFC 9562)
 */
public record JobId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
