package dev.quartermaster.domain.catalog;

import java.util.UUID;

/**
 * Identifies a product.
 *
 * @param value a UUID of version 7 (RFC 9562)
 */
public record ProductId(UUID value) implements Comparable<ProductId> {
  @Override
  public int compareTo(ProductId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
