package dev.quartermaster.persistence.catalog;

import dev.quartermaster.domain.catalog.Products;
import dev.quartermaster.domain.catalog.Sku;
import dev.quartermaster.persistence.shared.Conditions;
import dev.quartermaster.persistence.shared.Statements;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A text that products are searched for.
 *
 * @param text as it was typed
 * @param words its words, in order
 */
record SearchedText(String text, List<Word> words) {
  private static final int MIN_PREFIX = 2;

  SearchedText {
    words = List.copyOf(words);
  }

  /** The text with its words as the database takes them apart, and what they are meant to be. */
  static SearchedText read(Statements statements, String text) {
    return new SearchedText(
        text,
        statements.query(
            row -> new Word(row.text("word"), row.flag("last"), row.texts("meant")),
            """
            SELECT left(typed.word, 64) AS word, position = cardinality(words) AS last,
                   ARRAY(SELECT known.word
                         FROM product_words AS known
                         WHERE known.word % typed.word
                           AND typed.word ~ '^[^0-9]{4,}$'
                           AND NOT EXISTS (
                               SELECT FROM product_words AS same
                               WHERE same.word BETWEEN typed.word AND typed.word
                                   || CASE position WHEN cardinality(words) THEN chr(1114111)
                                                    ELSE '' END)
                         ORDER BY similarity(known.word, typed.word) DESC, known.word
                         LIMIT 3) AS meant
            FROM search_words(?) AS words,
                 unnest(words) WITH ORDINALITY AS typed (word, position)
            ORDER BY position
            """,
            text));
  }

  /** That a row is as relevant as that, or more. */
  Conditions matches(Relevance relevance) {
    Conditions none = Conditions.where("FALSE");
    Conditions lexemes =
        words.isEmpty()
            ? none
            : Conditions.where("search_lexemes @@ CAST(? AS tsquery)", lexemes(relevance));
    return switch (relevance) {
      case WHOLE_WORDS_OF_THE_NAME ->
          lexemes.or(couldBeSku() ? Conditions.where("lower(sku) = ?", lowerCase()) : none);
      case NAME_AND_SKU, CATEGORY_TOO -> lexemes;
      case ANYTHING ->
          lexemes.or(couldBeSku() ? Conditions.where("lower(sku) LIKE ?", partOfSku()) : none);
    };
  }

  /** Each word in one of the fields that the relevance asks for, as a {@code tsquery}. */
  private String lexemes(Relevance relevance) {
    return words.stream()
        .map(word -> "(" + lexemes(word, relevance) + ")")
        .collect(Collectors.joining(" & "));
  }

  /** The words need no quoting: a quote or a backslash separates words. */
  private String lexemes(Word word, Relevance relevance) {
    boolean prefix =
        word.last()
            && word.meant().isEmpty()
            && word.typed().length() >= MIN_PREFIX
            && relevance != Relevance.WHOLE_WORDS_OF_THE_NAME;
    return word.alternatives().stream()
        .flatMap(
            alternative ->
                relevance.fields().stream().map(field -> "'" + field + alternative + "'"))
        .map(lexeme -> prefix ? lexeme + ":*" : lexeme)
        .collect(Collectors.joining(" | "));
  }

  private boolean couldBeSku() {
    return text.length() >= Products.MIN_PART_OF_SKU && text.matches(Sku.FORM);
  }

  private String partOfSku() {
    return "%" + lowerCase().replace("_", "\\_") + "%";
  }

  private String lowerCase() {
    return text.toLowerCase(Locale.ROOT);
  }

  /**
   * A word of the text.
   *
   * @param typed what was typed
   * @param last whether no other follows
   * @param meant known words that are most like it, if it is not known itself
   */
  record Word(String typed, boolean last, List<String> meant) {
    Word {
      meant = List.copyOf(meant);
    }

    private List<String> alternatives() {
      return meant.isEmpty() ? List.of(typed) : meant;
    }
  }
}
