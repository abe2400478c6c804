package dev.quartermaster.application.catalog;

import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.shared.Actor;
import java.util.List;

/** Adds a whole catalogue, such as the demo shop. */
public interface AddMissingProducts {

  /**
   * Adds those products whose sku no living product has, all in one transaction.
   *
   * @return the products that were added
   * @throws dev.quartermaster.domain.shared.Forbidden without {@code catalog:write}
   */
  List<Product> add(Command command);

  /**
   * @param actor who asks
   * @param products what the products are
   */
  record Command(Actor actor, List<Product.Details> products) {
    public Command {
      products = List.copyOf(products);
    }
  }
}
