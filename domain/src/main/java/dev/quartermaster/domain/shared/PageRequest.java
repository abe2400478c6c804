package dev.quartermaster.domain.shared;

import java.util.List;

/**
 * Which part of a list the caller wants. Ties are always broken by id, so every order is total.
 *
 * @param position where the part begins
 * @param limit how many items at the most, {@value #MIN_LIMIT} to {@value #MAX_LIMIT}
 * @param sort the criteria, most significant first; empty for the list's own order
 */
public record PageRequest<F extends Enum<F>>(Position position, int limit, List<Sort<F>> sort) {
  public static final int MIN_LIMIT = 1;
  public static final int MAX_LIMIT = 100;

  /** The highest page number: beyond it a cursor is the way. */
  public static final int MAX_PAGE = 1_000_000;

  public PageRequest {
    if (limit < MIN_LIMIT || limit > MAX_LIMIT) {
      throw InvalidInput.of("limit", "must be " + MIN_LIMIT + " to " + MAX_LIMIT);
    }
    sort = List.copyOf(sort);
  }

  /** Where a part of a list begins. */
  public sealed interface Position {}

  /**
   * A numbered page, with the total counted.
   *
   * @param number from 1 to {@value #MAX_PAGE}
   */
  public record Page(int number) implements Position {
    public Page {
      if (number < 1 || number > MAX_PAGE) {
        throw InvalidInput.of("page", "must be 1 to " + MAX_PAGE);
      }
    }
  }

  /**
   * What follows a cursor, at a constant cost and without a total.
   *
   * @param cursor a {@link Slice.Cursor#next()} of the same list and order, or empty for the start
   */
  public record After(String cursor) implements Position {}
}
