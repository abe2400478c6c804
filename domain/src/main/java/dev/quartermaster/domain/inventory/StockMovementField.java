package dev.quartermaster.domain.inventory;

/** What lists of stock movements can be sorted by. */
public enum StockMovementField {
  CREATED_AT
}
