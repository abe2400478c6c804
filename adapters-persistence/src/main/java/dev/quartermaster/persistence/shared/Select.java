package dev.quartermaster.persistence.shared;

import java.util.List;

/**
 * A query, with a {@code ?} for each value.
 *
 * @param sql the query
 * @param values the values, in order
 */
public record Select(String sql, List<Object> values) {
  public Select {
    values = List.copyOf(values);
  }
}
