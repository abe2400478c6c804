package dev.quartermaster.application.inventory;

import java.util.List;
import java.util.UUID;

/** Takes back promises of pieces. */
public interface ReleaseStock {

  /**
   * Releases what the references still hold; one that holds nothing changes nothing. Meant to be
   * called within the transaction that ends the need for the promise, which keeps others from
   * reserving for the same references meanwhile.
   */
  void release(Command command);

  /**
   * @param references what the pieces were promised to
   * @param reason why they are free again, for the ledger
   * @param actor who caused it, as {@code Actor.reference()} names them
   */
  record Command(List<UUID> references, String reason, String actor) {
    public Command {
      references = List.copyOf(references);
    }
  }
}
