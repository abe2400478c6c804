package dev.quartermaster.persistence.catalog;

import dev.quartermaster.domain.catalog.Product;
import java.util.Locale;

/** What the search for a text looks into, and the pattern it looks with. */
final class SearchText {
  private SearchText() {}

  /** The product's name and sku on lines of their own, in lower case. */
  static String of(Product product) {
    return lowerCase(product.name() + "\n" + product.sku());
  }

  /**
   * A {@code LIKE} pattern for whatever contains the text, each of its characters taken as such.
   */
  static String patternFor(String text) {
    return "%" + lowerCase(text).replaceAll("[\\\\%_]", "\\\\$0") + "%";
  }

  private static String lowerCase(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
