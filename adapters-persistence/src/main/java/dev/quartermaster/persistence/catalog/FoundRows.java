package dev.quartermaster.persistence.catalog;

import dev.quartermaster.persistence.shared.Conditions;
import dev.quartermaster.persistence.shared.Keyset;
import dev.quartermaster.persistence.shared.ListedRows;
import dev.quartermaster.persistence.shared.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rows of a search that finds few: all are found first and then sorted. Otherwise the planner,
 * which can't know how few there are, might look for them along the index of the order, to its end.
 *
 * @param name names the list
 * @param searched which rows
 * @param ranked the text that gives the rows their {@code rank}, if they have any
 * @param total how many there are
 */
record FoundRows(String name, Conditions searched, Optional<SearchedText> ranked, Total total)
    implements ListedRows {

  @Override
  public Select part(Keyset<?> order, String after, long limit, long offset) {
    Conditions following =
        after.isEmpty() ? Conditions.none() : order.after(after, Conditions.none());
    StringBuilder columns = new StringBuilder("*");
    List<Object> values = new ArrayList<>();
    ranked.ifPresent(text -> addRank(text, columns, values));
    values.addAll(searched.values());
    values.addAll(following.values());
    values.addAll(List.of(limit, offset));
    return new Select(
        "WITH found AS MATERIALIZED (SELECT "
            + columns
            + " FROM products WHERE "
            + searched.sql()
            + ") SELECT * FROM found WHERE "
            + following.sql()
            + " ORDER BY "
            + order.orderBy()
            + " LIMIT ? OFFSET ?",
        values);
  }

  private static void addRank(SearchedText text, StringBuilder columns, List<Object> values) {
    columns.append(", CASE");
    for (Relevance grade : Relevance.values()) {
      Conditions matches = text.matches(grade);
      columns.append(" WHEN ").append(matches.sql()).append(" THEN ").append(grade.rank());
      values.addAll(matches.values());
    }
    columns.append(" END AS rank");
  }
}
