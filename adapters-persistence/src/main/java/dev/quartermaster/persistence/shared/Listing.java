package dev.quartermaster.persistence.shared;

import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Slice;
import dev.quartermaster.domain.shared.Sort;
import java.util.ArrayList;
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
   * @param conditions which rows the whole list holds
   * @param rows gets the items that a query for whole rows of the table gives
   */
  public Slice<T> slice(
      Statements statements,
      Conditions conditions,
      PageRequest<F> request,
      Function<Select, List<T>> rows) {
    Keyset<T> keyset = new Keyset<>(table, keys(request.sort()));
    return switch (request.position()) {
      case PageRequest.Page(int number) ->
          new Slice<>(
              rows.apply(page(conditions, keyset, number, request.limit())),
              new Slice.Numbered(number, request.limit(), count(statements, conditions)));
      case PageRequest.After(String cursor) ->
          upTo(
              request.limit(),
              keyset,
              rows.apply(
                  following(
                      cursor.isEmpty() ? conditions : keyset.after(cursor, conditions),
                      keyset,
                      request.limit())));
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

  private long count(Statements statements, Conditions conditions) {
    return statements
        .query(
            row -> row.number("total"),
            "SELECT count(*) AS total FROM " + table + " WHERE " + conditions.sql(),
            conditions.values().toArray())
        .getFirst();
  }

  private Select page(Conditions conditions, Keyset<T> keyset, int number, int limit) {
    return select(
        conditions, keyset, " LIMIT ? OFFSET ?", (long) limit, (long) limit * (number - 1));
  }

  /** One row more than wanted tells whether any follow. */
  private Select following(Conditions conditions, Keyset<T> keyset, int limit) {
    return select(conditions, keyset, " LIMIT ?", limit + 1L);
  }

  private Select select(Conditions conditions, Keyset<T> keyset, String range, Long... bounds) {
    List<Object> values = new ArrayList<>(conditions.values());
    values.addAll(List.of(bounds));
    return new Select(
        "SELECT * FROM "
            + table
            + " WHERE "
            + conditions.sql()
            + " ORDER BY "
            + keyset.orderBy()
            + range,
        values);
  }

  private Slice<T> upTo(int limit, Keyset<T> keyset, List<T> found) {
    boolean more = found.size() > limit;
    List<T> items = more ? found.subList(0, limit) : found;
    Optional<String> next = more ? Optional.of(keyset.cursorOf(items.getLast())) : Optional.empty();
    return new Slice<>(items, new Slice.Cursor(limit, next));
  }
}
