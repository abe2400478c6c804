package dev.quartermaster.persistence.catalog;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How well a product meets a text, the best first. */
enum Relevance {
  /** Its name has each word as it is, or its sku is the text. */
  WHOLE_WORDS_OF_THE_NAME(0, "a"),
  /** Its name and sku have each word. */
  NAME_AND_SKU(1, "a", "b"),
  /** Its name, sku and category have each word. */
  CATEGORY_TOO(2, "a", "b", "c"),
  /** All that it says has each word, or its sku has the text in it. */
  ANYTHING(3, "a", "b", "c", "d");

  private final long rank;
  private final List<String> fields;

  Relevance(long rank, String... fields) {
    this.rank = rank;
    this.fields = List.of(fields);
  }

  /** The position among the grades, from 0 for the best. */
  long rank() {
    return rank;
  }

  /** The letters of the fields to look into, as {@code search_lexemes} has them. */
  List<String> fields() {
    return fields;
  }

  /** The next better grade, if there is one. */
  Optional<Relevance> better() {
    return Stream.of(values()).filter(grade -> grade.rank == rank - 1).findFirst();
  }
}
