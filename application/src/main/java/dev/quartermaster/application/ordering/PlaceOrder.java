package dev.quartermaster.application.ordering;

import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.ordering.Order;
import dev.quartermaster.domain.shared.Actor;
import java.util.List;

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
  Order place(Command command);

  /**
   * @param actor who orders
   * @param items what is ordered; a product may stand in several items
   */
  record Command(Actor actor, List<Item> items) {
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
