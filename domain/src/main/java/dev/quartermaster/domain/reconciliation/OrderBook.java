package dev.quartermaster.domain.reconciliation;

import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.ordering.OrderState;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What ordering has on record. Every call joins the caller's transaction. */
public interface OrderBook {

  /**
   * Orders with their states, the newest first.
   *
   * @param after begins behind this order; with the newest if empty
   * @param limit how many at the most
   */
  List<OrderState> orders(Optional<OrderId> after, int limit);

  /** How many pieces the orders hold that were neither sent nor ended, of each product. */
  Map<ProductId, Long> heldPieces();
}
