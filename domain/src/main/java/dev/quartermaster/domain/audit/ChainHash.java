package dev.quartermaster.domain.audit;

import dev.quartermaster.domain.shared.InvalidInput;
import java.util.regex.Pattern;

/**
 * The hash of an entry and, through the entry before it, of all before it.
 *
 * @param value what is stored: a SHA-256 in 64 lower-case hexadecimal digits, or anything else when
 *     somebody tampered with it
 */
public record ChainHash(String value) {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

  /**
   * The hash that somebody noted.
   *
   * @throws InvalidInput naming the field when it is none
   */
  public static ChainHash noted(String field, String text) {
    if (!FORM.matcher(text).matches()) {
      throw InvalidInput.of(field, "must be 64 digits of 0-9 and a-f");
    }
    return new ChainHash(text);
  }

  @Override
  public String toString() {
    return value;
  }
}
