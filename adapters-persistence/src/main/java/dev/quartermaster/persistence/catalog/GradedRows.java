package dev.quartermaster.persistence.catalog;

import dev.quartermaster.persistence.shared.Conditions;
import dev.quartermaster.persistence.shared.Keyset;
import dev.quartermaster.persistence.shared.ListedRows;
import dev.quartermaster.persistence.shared.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rows of a search that finds many, by relevance: grade by grade, each the newest first, and no
 * further than the part reaches. So only as many rows are read as it takes, rather than all to be
 * ranked.
 *
 * @param name names the list
 * @param listed which rows, but for the text
 * @param text what is searched
 * @param total how many there are
 */
record GradedRows(String name, Conditions listed, SearchedText text, Total total)
    implements ListedRows {

  @Override
  public Select part(Keyset<?> order, String after, long limit, long offset) {
    List<Object> last = after.isEmpty() ? List.of() : order.valuesOf(after);
    long first = last.isEmpty() ? 0 : (Long) last.getFirst();
    List<Relevance> grades =
        Stream.of(Relevance.values()).filter(grade -> grade.rank() >= first).toList();
    List<String> parts = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    for (Relevance grade : grades) {
      Conditions wanted = only(grade);
      if (!last.isEmpty() && grade.rank() == first) {
        wanted = wanted.and("(created_at, id) < (?, ?)", last.get(1), last.get(2));
      }
      if (grade.rank() > first) {
        wanted = wanted.and(rowsOf(grades.subList(0, parts.size())) + " < ?", limit + offset);
      }
      parts.add(part(grade, wanted));
      values.addAll(wanted.values());
      values.add(limit + offset);
    }
    values.addAll(List.of(limit, offset));
    return new Select(
        "WITH "
            + String.join(", ", parts)
            + " SELECT * FROM ("
            + grades.stream()
                .map(grade -> "SELECT * FROM " + name(grade))
                .collect(Collectors.joining(" UNION ALL "))
            + ") AS graded ORDER BY "
            + order.orderBy()
            + " LIMIT ? OFFSET ?",
        values);
  }

  private static String part(Relevance grade, Conditions wanted) {
    return name(grade)
        + " AS MATERIALIZED (SELECT *, "
        + grade.rank()
        + " AS rank FROM products WHERE "
        + wanted.sql()
        + " ORDER BY created_at DESC, id DESC LIMIT ?)";
  }

  private static String rowsOf(List<Relevance> grades) {
    return grades.stream()
        .map(grade -> "(SELECT count(*) FROM " + name(grade) + ")")
        .collect(Collectors.joining(" + "));
  }

  private static String name(Relevance grade) {
    return grade.name().toLowerCase(Locale.ROOT);
  }

  private Conditions only(Relevance grade) {
    Conditions wanted = listed.and(text.matches(grade));
    return grade.better().map(better -> wanted.andNot(text.matches(better))).orElse(wanted);
  }
}
