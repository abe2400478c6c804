package dev.quartermaster.application.ordering;

import dev.quartermaster.domain.catalog.ProductId;
import java.util.Map;

/** Tells how many pieces orders hold. */
public interface CountHeldPieces {

  /** Counts the pieces of each product in orders that were neither sent nor ended. */
  Map<ProductId, Long> count();
}
