package dev.quartermaster.application.ordering;

import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.ordering.Order;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.Outcome;
import java.util.List;

/** Places orders and reserves their stock. */
public interface PlaceOrder {

  /**
   * Places orders in one transaction, each by itself: all lines of one are reserved, or none and
   * there is no order, and none is refused for another's sake. It takes as many statements as a
   * single order does. Orders are served in their order, so of two for the last piece the later one
   * is refused.
   *
   * @return for each its order, or its refusal: {@link
   *     dev.quartermaster.domain.shared.Unauthenticated} when nobody is signed in, {@link
   *     dev.quartermaster.domain.shared.InvalidInput} naming each line at fault, such as one for a
   *     product that is not for sale, or {@link
   *     dev.quartermaster.domain.inventory.InsufficientStock} naming each line that is short
   */
  List<Outcome<Order>> place(List<Command> commands);

  /**
   * @param actor who orders
   * @param items what is ordered; a product may stand in several items
   * @param requestId the request that asks for it
   */
  record Command(Actor actor, List<Item> items, String requestId) {
    public Command {
      items = List.copyOf(items);
    }
  }

  /**
   * @param productId which product
   * @param quantity how many pieces
   */
  record Item(ProductId productId, int quantity) {}
}
