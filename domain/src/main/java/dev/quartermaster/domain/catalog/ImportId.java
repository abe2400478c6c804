package dev.quartermaster.domain.catalog;

import java.util.UUID;

/**
 * Identifies an import of products.
 *
 * @param value a UUID of version 7 (RFC 9562)
 */
public record ImportId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
