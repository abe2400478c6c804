package dev.quartermaster.bench;

import static java.util.Objects.requireNonNull;

/**
 * An entry of a product's stock ledger.
 *
 * @param id its id
 * @param kind what happened
 * @param delta by how many pieces the stock on hand changed
 * @param reservedDelta by how many pieces the reserved stock changed
 */
record Movement(String id, String kind, long delta, long reservedDelta) {
  Movement {
    requireNonNull(id, "id is missing");
    requireNonNull(kind, "kind is missing");
  }

  /** How many pieces came back from an order that was cancelled or has expired. */
  long returned() {
    return kind.equals("release") ? -reservedDelta : 0;
  }
}
