package dev.quartermaster.application.inventory;

import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.inventory.InsufficientStock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Promises pieces to orders. */
public interface ReserveStock {

  /**
   * Reserves for each reference all lines or none. Meant to be called within the transaction that
   * needs the promises. Those who come first are served first.
   *
   * @return the references for which nothing was reserved, each with the lines that are short
   */
  Map<UUID, InsufficientStock> reserve(List<Command> commands);

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
