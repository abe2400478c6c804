package dev.quartermaster.testkit.shared;

import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Slice;
import dev.quartermaster.domain.shared.Sort;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Cuts the parts out of a list that page requests ask for. */
public final class InMemoryList<T, F extends Enum<F>> {
  private final Function<F, Comparator<T>> by;
  private final Comparator<T> byId;
  private final Comparator<T> ownOrder;
  private final Map<String, Cursor<T, F>> cursors = new ConcurrentHashMap<>();

  /**
   * @param by the ascending order by a field
   * @param newestFirst the field by which the list's own order descends
   * @param id identifies an item
   */
  public InMemoryList(Function<F, Comparator<T>> by, F newestFirst, Function<T, UUID> id) {
    this.by = by;
    this.byId = Comparator.comparing(id);
    this.ownOrder = by.apply(newestFirst).thenComparing(byId).reversed();
  }

  /** The part of the items that is asked for. */
  public Slice<T> slice(List<T> items, PageRequest<F> request) {
    return slice(items, request, order(request.sort()), "all");
  }

  /**
   * The part of the items that is asked for.
   *
   * @param order the order of the items
   * @param list tells the list of the items from all others; its cursors are good for it alone
   */
  public Slice<T> slice(List<T> items, PageRequest<F> request, Comparator<T> order, Object list) {
    List<T> sorted = items.stream().sorted(order).toList();
    return switch (request.position()) {
      case PageRequest.Page(int number) ->
          new Slice<>(
              sorted.stream().skip((number - 1L) * request.limit()).limit(request.limit()).toList(),
              new Slice.Numbered(number, request.limit(), sorted.size()));
      case PageRequest.After(String text) -> {
        List<T> rest =
            text.isEmpty()
                ? sorted
                : after(cursor(text, list, request.sort()).last(), sorted, order);
        List<T> part = rest.stream().limit(request.limit()).toList();
        Optional<String> next =
            rest.size() > part.size()
                ? Optional.of(remember(new Cursor<>(list, request.sort(), part.getLast())))
                : Optional.empty();
        yield new Slice<>(part, new Slice.Cursor(request.limit(), next));
      }
    };
  }

  private static <T> List<T> after(T last, List<T> sorted, Comparator<T> order) {
    return sorted.stream().filter(item -> order.compare(item, last) > 0).toList();
  }

  /** The order by these criteria, or the list's own if there are none. */
  public Comparator<T> order(List<Sort<F>> sort) {
    return sort.stream()
        .map(
            criterion ->
                criterion.descending()
                    ? by.apply(criterion.field()).reversed()
                    : by.apply(criterion.field()))
        .reduce(Comparator::thenComparing)
        .map(criteria -> criteria.thenComparing(byId))
        .orElse(ownOrder);
  }

  private Cursor<T, F> cursor(String text, Object list, List<Sort<F>> sort) {
    Cursor<T, F> cursor = cursors.get(text);
    if (cursor == null || !cursor.list().equals(list) || !cursor.sort().equals(sort)) {
      throw InvalidInput.of("after", "must be the next cursor of this list in this order");
    }
    return cursor;
  }

  private String remember(Cursor<T, F> cursor) {
    String text = "cursor-" + UUID.randomUUID();
    cursors.put(text, cursor);
    return text;
  }

  /** Where a walk in an order has come to. */
  private record Cursor<T, F extends Enum<F>>(Object list, List<Sort<F>> sort, T last) {}
}
