package dev.quartermaster.application.inventory;

import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.shared.Actor;
import java.util.List;

/** Books a delivery of many products at once. */
public interface ReceiveGoods {

  /**
   * Adds an adjustment for each line to the ledger, all in one transaction.
   *
   * @throws dev.quartermaster.domain.shared.Forbidden without {@code inventory:write}
   * @throws dev.quartermaster.domain.shared.InvalidInput naming each line with a quantity that no
   *     delivery has
   */
  void receive(Command command);

  /**
   * @param actor who asks
   * @param lines what arrived
   * @param reason why, for the ledger
   */
  record Command(Actor actor, List<Line> lines, String reason) {
    public Command {
      lines = List.copyOf(lines);
    }
  }

  /**
   * @param productId which product
   * @param quantity how many pieces arrived, at least 1
   */
  record Line(ProductId productId, long quantity) {}
}
