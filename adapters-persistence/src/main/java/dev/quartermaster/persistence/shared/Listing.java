package dev.quartermaster.persistence.shared;

import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Slice;
import dev.quartermaster.domain.shared.Sort;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How a list is read from a table: its parts by number or by cursor, in any order the caller may
 * ask for. Ties are broken by id.
 *
 * @param table the table
 * @param ownSort the order when the caller asks for none
 * @param columns the column of each field to sort by
 * @param id an item's id, in the column {@code id}
 */
public record Listing<F extends Enum<F>, T>(
    String table, Sort<F> ownSort, Function<F, SortColumn<T>> columns, Function<T, UUID> id) {

  /**
   * A part of the list.
   *
   * @param conditions which rows the whole list holds; the same for each part of it
   * @param items gets the items that a query for whole rows of the table gives
   */
  public Slice<T> slice(
      Statements statements,
      Conditions conditions,
      PageRequest<F> request,
      Function<Select, List<T>> items) {
    return slice(new TableRows(statements, table, conditions), request, items);
  }

  /**
   * A part of the list.
   *
   * @param rows the rows of the whole list
   * @param items gets the items that a query for whole rows of the table gives
   */
  public Slice<T> slice(ListedRows rows, PageRequest<F> request, Function<Select, List<T>> items) {
    return slice(
        new Keyset<>(rows.name(), keys(request.sort())),
        rows,
        request.position(),
        request.limit(),
        items);
  }

  /**
   * A part of rows in an order.
   *
   * @param items gets the items that a query for the rows gives
   */
  public static <T> Slice<T> slice(
      Keyset<T> order,
      ListedRows rows,
      PageRequest.Position position,
      int limit,
      Function<Select, List<T>> items) {
    return switch (position) {
      case PageRequest.Page(int number) -> {
        ListedRows.Total total = rows.total();
        yield new Slice<>(
            items.apply(rows.part(order, "", limit, (number - 1L) * limit)),
            new Slice.Numbered(number, limit, total.rows(), total.atLeast()));
      }
      // One row more than wanted tells whether any follow.
      case PageRequest.After(String cursor) ->
          upTo(limit, order, items.apply(rows.part(order, cursor, limit + 1L, 0)));
    };
  }

  private List<SortKey<T>> keys(List<Sort<F>> wanted) {
    List<Sort<F>> sort = wanted.isEmpty() ? List.of(ownSort) : wanted;
    SortColumn<T> idColumn = new SortColumn<>("id", SortType.UUID, id::apply);
    return Stream.concat(
            sort.stream().map(by -> new SortKey<>(columns.apply(by.field()), by.descending())),
            // In the direction of the last criterion, so that one index serves both directions.
            Stream.of(new SortKey<>(idColumn, sort.getLast().descending())))
        .toList();
  }

  private static <T> Slice<T> upTo(int limit, Keyset<T> order, List<T> found) {
    boolean more = found.size() > limit;
    List<T> items = more ? found.subList(0, limit) : found;
    Optional<String> next = more ? Optional.of(order.cursorOf(items.getLast())) : Optional.empty();
    return new Slice<>(items, new Slice.Cursor(limit, next));
  }
}
