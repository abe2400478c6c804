package dev.quartermaster.persistence.catalog;

import dev.quartermaster.domain.catalog.Facet;
import dev.quartermaster.domain.catalog.ProductFilter;
import dev.quartermaster.persistence.shared.Conditions;
import dev.quartermaster.persistence.shared.Row;
import dev.quartermaster.persistence.shared.Statements;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Counts products by their fields, in one statement for all. Where the indexes alone tell the
 * values, all products are counted; where rows must be read, {@value Facet#MAX_COUNTED} at the
 * most.
 */
final class ProductFacets {
  private final Statements statements;

  ProductFacets(Statements statements) {
    this.statements = statements;
  }

  List<Facet> count(ProductFilter filter, List<Facet.Field> fields) {
    if (fields.isEmpty()) {
      return List.of();
    }
    boolean bounded =
        filter.isSearch() || fields.stream().anyMatch(Facet.Attribute.class::isInstance);
    Conditions listed = ProductConditions.of(filter);
    Conditions wanted =
        filter
            .text()
            .map(text -> SearchedText.read(statements, text).matches(Relevance.ANYTHING))
            .map(listed::and)
            .orElse(listed);
    List<Counted> counted = counted(wanted, fields, bounded);
    boolean atLeast =
        counted.stream()
            .anyMatch(
                count -> count.facet() == fields.size() && count.products() == Facet.MAX_COUNTED);
    return IntStream.range(0, fields.size())
        .mapToObj(index -> facet(fields.get(index), index, counted, atLeast))
        .toList();
  }

  /** Each field's values under its position; if not all may be counted, all products behind. */
  private List<Counted> counted(Conditions wanted, List<Facet.Field> fields, boolean bounded) {
    List<Object> values = new ArrayList<>(wanted.values());
    StringBuilder sql = new StringBuilder("WITH listed AS ");
    sql.append(bounded ? "MATERIALIZED" : "NOT MATERIALIZED");
    sql.append(" (SELECT category, status, attributes FROM products WHERE ").append(wanted.sql());
    if (bounded) {
      sql.append(" LIMIT ?");
      values.add((long) Facet.MAX_COUNTED);
    }
    sql.append(") SELECT * FROM (");
    for (int index = 0; index < fields.size(); index++) {
      sql.append(index == 0 ? "" : " UNION ALL ");
      sql.append("(SELECT ").append(index).append(" AS facet, value, count(*) AS products");
      sql.append(" FROM (SELECT ").append(value(fields.get(index), values));
      sql.append(" AS value FROM listed) AS valued WHERE value IS NOT NULL");
      sql.append(" GROUP BY value ORDER BY products DESC, value COLLATE \"C\" LIMIT ?)");
      values.add(Facet.MAX_VALUES + 1L);
    }
    if (bounded) {
      sql.append(" UNION ALL SELECT ").append(fields.size()).append(", '', count(*) FROM listed");
    }
    sql.append(") AS counted ORDER BY facet, products DESC, value COLLATE \"C\"");
    return statements.query(Counted::of, sql.toString(), values.toArray());
  }

  private static String value(Facet.Field field, List<Object> values) {
    return switch (field) {
      case Facet.Category() -> "category";
      case Facet.Status() -> "status";
      case Facet.Attribute(var name) -> {
        values.add(name);
        yield "attributes ->> CAST(? AS text)";
      }
    };
  }

  private static Facet facet(Facet.Field field, int index, List<Counted> counted, boolean atLeast) {
    List<Facet.Count> counts =
        counted.stream()
            .filter(count -> count.facet() == index)
            .map(count -> new Facet.Count(count.value(), count.products()))
            .toList();
    return new Facet(
        field,
        counts.stream().limit(Facet.MAX_VALUES).toList(),
        counts.size() > Facet.MAX_VALUES,
        atLeast);
  }

  /**
   * A count as the statement gives it.
   *
   * @param facet the field's position, or behind the last for all products
   */
  private record Counted(long facet, String value, long products) {
    static Counted of(Row row) throws SQLException {
      return new Counted(row.number("facet"), row.text("value"), row.number("products"));
    }
  }
}
