package dev.quartermaster.application.inventory;

import java.util.List;
import java.util.UUID;

/** Ends promises of pieces. */
public interface ReleaseStock {

  /**
   * Ends what the references still hold; one that holds nothing changes nothing. Meant to be called
   * within the transaction that ends the need for the promise, which keeps others from reserving
   * for the same references meanwhile.
   */
  void release(Command command);

  /**
   * @param references what the pieces were promised to
   * @param end what becomes of the pieces
   * @param reason why it ends, for the ledger
   * @param actor who caused it, as {@code Actor.reference()} names them
   */
  record Command(List<UUID> references, End end, String reason, String actor) {
    public Command {
      references = List.copyOf(references);
    }
  }

  /** How a promise ends. */
  enum End {
    /** It is withdrawn, and the pieces can be promised to others. */
    RELEASED,
    /** It is kept, and the pieces leave the warehouse. */
    SHIPPED,
    /** It is given back after it was paid for, and the pieces can be promised to others. */
    RETURNED
  }
}
