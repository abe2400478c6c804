package dev.quartermaster.domain.catalog;

import dev.quartermaster.domain.shared.InvalidInput;
import java.util.regex.Pattern;

/**
 * A stock keeping unit: the shop's own number of an article.
 *
 * @param value 1 to 64 letters, digits, dots, dashes, underscores or slashes
 */
public record Sku(String value) {
  /** The form of a stock keeping unit, as a regular expression. */
  public static final String FORM = "[A-Za-z0-9._/-]{1,64}";

  private static final Pattern PATTERN = Pattern.compile(FORM);

  public Sku {
    if (!PATTERN.matcher(value).matches()) {
      throw InvalidInput.of(
          "sku", "must be 1 to 64 letters, digits, dots, dashes, underscores or slashes");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
