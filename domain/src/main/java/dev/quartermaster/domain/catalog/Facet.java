package dev.quartermaster.domain.catalog;

import java.util.List;

/**
 * How many products of a list have each value of a field.
 *
 * @param field the field
 * @param values the values, the most frequent first, and those of one frequency in their order
 * @param moreValues whether there are more values than these
 * @param atLeast whether the list was too long to count: then {@value #MAX_COUNTED} of its products
 *     were
 */
public record Facet(Field field, List<Count> values, boolean moreValues, boolean atLeast) {
  public static final int MAX_VALUES = 50;
  public static final int MAX_COUNTED = 10_000;

  public Facet {
    values = List.copyOf(values);
  }

  /** What products are counted by; those without a value are not. */
  public sealed interface Field {}

  /** By category. */
  public record Category() implements Field {}

  /** By status. */
  public record Status() implements Field {}

  /**
   * By the value of an attribute, as people write it.
   *
   * @param name the attribute
   */
  public record Attribute(String name) implements Field {}

  /**
   * How many products have a value.
   *
   * @param value the value
   * @param products how many
   */
  public record Count(String value, long products) {}
}
