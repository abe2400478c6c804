package dev.quartermaster.domain.ordering;

import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Slice;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All orders with their histories. */
public interface Orders {

  /**
   * Adds orders and the first entries of their histories, at a cost in statements that depends
   * neither on their number nor on that of their lines.
   *
   * @return the orders under their new numbers, in the same order, in which the numbers ascend
   */
  List<Order> add(List<NewOrder> orders);

  /** The order, if there is one. */
  Optional<Order> find(OrderId id);

  /** The order, locked until the transaction ends. */
  Optional<Order> findForUpdate(OrderId id);

  /**
   * Replaces the stored states of orders and adds the moves that led to them to their histories.
   *
   * @param reason why they moved, in a few words
   * @param actor who moved them, as {@code Actor.reference()} names them
   */
  void update(List<Order> moved, String reason, String actor);

  /** A part of the orders that meet the filter; by default the newest first. */
  Slice<Order> list(OrderFilter filter, PageRequest<OrderField> page);

  /** The order's history, oldest first. */
  List<OrderTransition> history(OrderId id);

  /**
   * Orders that still wait for a payment that was due before an instant, locked until the
   * transaction ends; those whose payment is under way, those whose expiry is deferred beyond that
   * instant, and those that another transaction holds, are passed over.
   *
   * @param limit how many at the most
   */
  List<Order> lockOverdue(Instant instant, int limit);

  /** Has {@link #lockOverdue} pass over the orders until then. */
  void deferExpiry(List<OrderId> ids, Instant until);

  /** Forgets that the order's expiry was deferred. */
  void forgetDeferral(OrderId id);

  /**
   * Where orders are, the newest first.
   *
   * @param after begins behind this order; with the newest if empty
   * @param limit how many at the most
   */
  List<OrderState> states(Optional<OrderId> after, int limit);

  /** How many pieces of each product {@linkplain Order#holdsStock() orders hold}. */
  Map<ProductId, Long> heldPieces();
}
