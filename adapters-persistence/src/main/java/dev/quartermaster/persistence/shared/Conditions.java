package dev.quartermaster.persistence.shared;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * What rows must meet, and the values that are bound to it.
 *
 * @param sql conditions joined by {@code AND}, with a {@code ?} for each value
 * @param values the values, in order
 */
public record Conditions(String sql, List<Object> values) {
  public Conditions {
    values = List.copyOf(values);
  }

  /** No condition: every row. */
  public static Conditions none() {
    return where("TRUE");
  }

  /** A first condition. */
  public static Conditions where(String sql, Object... values) {
    return new Conditions(sql, List.of(values));
  }

  /** These conditions and another one. */
  public Conditions and(String another, Object... moreValues) {
    List<Object> all = new ArrayList<>(values);
    all.addAll(List.of(moreValues));
    return new Conditions(sql + " AND " + another, all);
  }

  /** These conditions and those. */
  public Conditions and(Conditions others) {
    return and(others.sql(), others.values().toArray());
  }

  /** These conditions or those. */
  public Conditions or(Conditions others) {
    List<Object> all = new ArrayList<>(values);
    all.addAll(others.values());
    return new Conditions("(" + sql + " OR " + others.sql() + ")", all);
  }

  /** These conditions, but not those. */
  public Conditions andNot(Conditions others) {
    return and("NOT (" + others.sql() + ")", others.values().toArray());
  }

  /** These conditions, and that the column holds one of the choices. */
  public Conditions andOneOf(String column, Collection<String> choices) {
    return choices.isEmpty()
        ? and("FALSE")
        : and(
            column + " IN (" + String.join(", ", Collections.nCopies(choices.size(), "?")) + ")",
            choices.toArray());
  }
}
