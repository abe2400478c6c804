package dev.quartermaster.application.reconciliation;

import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.reconciliation.Disagreement;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.domain.shared.Slice;
import java.time.Duration;
import java.util.Optional;

/** Compares orders, payments, the gateway's books and the stock. */
public interface ListDisagreements {
  /** How many orders one part compares at the most. */
  int MAX_ORDERS = 400;

  /** How many products one part names at the most. */
  int MAX_PRODUCTS = 50;

  /** How many of the gateway's newest charges the first part looks at. */
  int MAX_CHARGES = 1_000;

  /** How long what should happen may take before it is missed. */
  Duration GRACE = Duration.ofSeconds(60);

  /**
   * Compares a part of the orders, the newest first, with all that belongs to them, as of one
   * moment; the first part compares the stock of all products and the gateway's newest charges as
   * well. A part without disagreements is empty and may have a next one all the same. The gateway
   * is asked afterwards, about all payments of the part at once; when it does not answer, that is
   * told as a disagreement.
   *
   * @throws dev.quartermaster.domain.shared.Forbidden without {@code orders:read}
   */
  Slice<Disagreement> list(Query query);

  /**
   * @param actor who asks
   * @param after the last order of the part before; empty for the first part
   * @param limit how many orders to compare, 1 to {@value #MAX_ORDERS}
   */
  record Query(Actor actor, Optional<OrderId> after, int limit) {
    public Query {
      if (limit < 1 || limit > MAX_ORDERS) {
        throw InvalidInput.of("limit", "must be a whole number from 1 to " + MAX_ORDERS);
      }
    }
  }
}
