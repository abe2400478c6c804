package dev.quartermaster.persistence.shared;

/**
 * One criterion of a list's order, in terms of its table.
 *
 * @param column what is sorted by
 * @param descending whether the largest comes first
 */
public record SortKey<T>(SortColumn<T> column, boolean descending) {
  String orderBy() {
    return column.name() + (descending ? " DESC" : " ASC");
  }

  /** How a later row compares with an earlier one, unless the two are equal here. */
  String later() {
    return descending ? "<" : ">";
  }
}
