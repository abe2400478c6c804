package dev.quartermaster.bench;

import java.util.Optional;

/**
 * An order that was answered 201, as its buyer remembers it.
 *
 * @param placing the request, with its key
 * @param order as it was answered
 * @param customer whose it is
 * @param end the status in which it is to end; none when the buyer lost track of it
 */
record Receipt(Call placing, PlacedOrder order, Session customer, Optional<String> end) {

  /** The same order, which is to end so. */
  Receipt ending(String status) {
    return new Receipt(placing, order, customer, Optional.of(status));
  }
}
