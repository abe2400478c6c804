package dev.quartermaster.persistence.shared;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A statement's array parameter: it carries any number of rows in one statement.
 *
 * <p>Where a statement runs often, its first array stands as {@code (SELECT ?)}, which the planner
 * does not look into. If it saw how few elements there are, it would take every run for cheaper
 * than the plan for any number, and plan each anew, for more than the run itself costs.
 *
 * @param type the elements' type in PostgreSQL
 * @param elements the elements, each empty for a null
 */
public record SqlArray(String type, List<Optional<?>> elements) {

  /** What the function makes of each item, as {@code uuid[]}. */
  public static <T> SqlArray uuids(Collection<T> items, Function<T, UUID> element) {
    return of("uuid", items.stream().map(element));
  }

  /** What the function makes of each item, as {@code uuid[]}. */
  public static <T> SqlArray optionalUuids(
      Collection<T> items, Function<T, Optional<UUID>> element) {
    return new SqlArray("uuid", items.stream().<Optional<?>>map(element).toList());
  }

  /** What the function makes of each item, as {@code text[]}. */
  public static <T> SqlArray texts(Collection<T> items, Function<T, String> element) {
    return of("text", items.stream().map(element));
  }

  /** What the function makes of each item, as {@code text[]}. */
  public static <T> SqlArray optionalTexts(
      Collection<T> items, Function<T, Optional<String>> element) {
    return new SqlArray("text", items.stream().<Optional<?>>map(element).toList());
  }

  /** What the function makes of each item, as {@code bigint[]}. */
  public static <T> SqlArray numbers(Collection<T> items, Function<T, Long> element) {
    return of("bigint", items.stream().map(element));
  }

  /** What the function makes of each item, as {@code boolean[]}. */
  public static <T> SqlArray flags(Collection<T> items, Function<T, Boolean> element) {
    return of("boolean", items.stream().map(element));
  }

  /** What the function makes of each item, as {@code timestamptz[]}. */
  public static <T> SqlArray instants(Collection<T> items, Function<T, Instant> element) {
    return of("timestamptz", items.stream().map(element));
  }

  /** What the function makes of each item, as {@code timestamptz[]}. */
  public static <T> SqlArray optionalInstants(
      Collection<T> items, Function<T, Optional<Instant>> element) {
    return new SqlArray("timestamptz", items.stream().<Optional<?>>map(element).toList());
  }

  private static SqlArray of(String type, Stream<?> elements) {
    return new SqlArray(type, elements.<Optional<?>>map(Optional::of).toList());
  }

  /** The elements as the driver takes them. */
  Object[] toArray() {
    return elements.stream().map(element -> element.orElse(null)).toArray();
  }
}
