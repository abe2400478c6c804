package dev.quartermaster.application.inventory;

import dev.quartermaster.domain.catalog.ProductId;
import java.util.List;
import java.util.UUID;

/** Promises pieces to an order. */
public interface ReserveStock {

  /**
   * Reserves all lines or none. Meant to be called within the transaction that needs the promise.
   *
   * @throws dev.quartermaster.domain.inventory.InsufficientStock naming each line that is short
   */
  void reserve(Command command);

  /**
   * @param reference what the pieces are promised to
   * @param lines what is promised; a product may stand in several lines
   * @param actor who caused it, as {@code Actor.reference()} names them
   */
  record Command(UUID reference, List<Line> lines, String actor) {
    public Command {
      lines = List.copyOf(lines);
    }
  }

  /**
   * @param field the input field that states the quantity, for the refusal
   * @param productId which product
   * @param quantity how many pieces, at least 1
   */
  record Line(String field, ProductId productId, long quantity) {}
}
