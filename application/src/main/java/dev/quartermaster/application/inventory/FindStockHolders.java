package dev.quartermaster.application.inventory;

import java.util.Set;
import java.util.UUID;

/** Tells who holds stock. */
public interface FindStockHolders {

  /** Finds those of the references, such as orders, that the ledger has pieces reserved for. */
  Set<UUID> find(Query query);

  /**
   * @param references who may hold stock
   */
  record Query(Set<UUID> references) {
    public Query {
      references = Set.copyOf(references);
    }
  }
}
