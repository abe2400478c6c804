package dev.quartermaster.domain.shared;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param items what the part holds, in order
 * @param paging where in the list it lies
 */
public record Slice<T>(List<T> items, Paging paging) {
  public Slice {
    items = List.copyOf(items);
  }

  /** The same part with each item turned into another form. */
  public <R> Slice<R> map(Function<? super T, ? extends R> form) {
    return new Slice<>(items.stream().<R>map(form).toList(), paging);
  }

  /** Where in the list a part lies. */
  public sealed interface Paging {}

  /**
   * A numbered page.
   *
   * @param page its number, from 1
   * @param limit how many items a page holds
   * @param total how many items the whole list holds
   * @param atLeast whether the list may hold more, because counting them all would take too long
   */
  public record Numbered(int page, int limit, long total, boolean atLeast) implements Paging {
    /** A page of a list that was counted to its end. */
    public Numbered(int page, int limit, long total) {
      this(page, limit, total, false);
    }

    /** How many pages there are, or at least are; 0 for an empty list. */
    public long pages() {
      return (total + limit - 1) / limit;
    }
  }

  /**
   * A part reached by a cursor.
   *
   * @param limit how many items a part holds
   * @param next the cursor of the part that follows; empty at the end
   */
  public record Cursor(int limit, Optional<String> next) implements Paging {}
}
