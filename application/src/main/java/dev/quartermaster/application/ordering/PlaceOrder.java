package dev.quartermaster.application.ordering;

import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.ordering.Order;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.Outcome;
import java.util.List;
import java.util.Optional;

/** Places an order and reserves its stock. */
public interface PlaceOrder {

  /**
   * Places the order: all lines are reserved, or none and there is no order.
   *
   * @throws dev.quartermaster.domain.shared.Unauthenticated when nobody is signed in
   * @throws dev.quartermaster.domain.shared.InvalidInput naming each line at fault, such as one for
   *     a product that is not for sale
   * @throws dev.quartermaster.domain.inventory.InsufficientStock naming each line that is short
   */
  default Order place(Command command) {
    return placeAll(List.of(command)).getFirst().orThrow();
  }

  /**
   * Places orders in one transaction, each by itself: none fails or is refused for another's sake.
   * It takes as many statements as a single one does. Orders are served in their order, so of two
   * for the last piece the later one is refused.
   *
   * @return for each its order, or what {@link #place} would throw
   */
  List<Outcome<Order>> placeAll(List<Command> commands);

  /**
   * @param actor who orders
   * @param items what is ordered; a product may stand in several items
   * @param requestId the request that asks for it, where that is not the current one
   */
  record Command(Actor actor, List<Item> items, Optional<String> requestId) {
    public Command {
      items = List.copyOf(items);
    }

    /** What the current request asks for. */
    public Command(Actor actor, List<Item> items) {
      this(actor, items, Optional.empty());
    }
  }

  /**
   * @param productId which product
   * @param quantity how many pieces
   */
  record Item(ProductId productId, int quantity) {}
}
