package dev.quartermaster.application.catalog;

import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.shared.Actor;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Gives the whole catalogue, such as for a file. */
public interface ExportProducts {

  /**
   * Hands over all living products by their skus, as they are at one moment. Whoever is slow to
   * take them is waited for, up to an hour.
   *
   * @throws dev.quartermaster.domain.shared.Forbidden without {@code catalog:write}
   */
  void export(Query query);

  /**
   * @param actor who asks
   * @param header takes what is to be said before the first product; empty to do without
   * @param product takes one product after another
   */
  record Query(Actor actor, Optional<Consumer<Header>> header, Consumer<Product> product) {}

  /**
   * @param attributeNames the names of all attributes, sorted
   */
  record Header(List<String> attributeNames) {
    public Header {
      attributeNames = List.copyOf(attributeNames);
    }
  }
}
