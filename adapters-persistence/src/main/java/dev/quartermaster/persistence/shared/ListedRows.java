package dev.quartermaster.persistence.shared;

/** The rows of a list, however they are found. */
public interface ListedRows {

  /** Tells the list from all others, so that no cursor is taken for that of another. */
  String name();

  /** How many rows there are. */
  Total total();

  /**
   * A query for some of the rows in an order.
   *
   * @param after the cursor of the row before, or empty for the start
   * @param limit how many rows at the most
   * @param offset how many rows to leave out first
   */
  Select part(Keyset<?> order, String after, long limit, long offset);

  /**
   * How many rows a list has.
   *
   * @param rows how many
   * @param atLeast whether there may be more
   */
  record Total(long rows, boolean atLeast) {}
}
