package dev.quartermaster.domain.catalog;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** The value of a product's attribute: a text, a number or a truth value. */
public sealed interface AttributeValue {
  /** A number as people write it. */
  Pattern NUMBER = Pattern.compile("-?[0-9]{1,38}(\\.[0-9]{1,38})?");

  /** All values that people write so: the text, and the number or truth value that it may mean. */
  static Set<AttributeValue> writtenAs(String text) {
    Set<AttributeValue> values = new LinkedHashSet<>();
    values.add(new Text(text));
    if (NUMBER.matcher(text).matches()) {
      values.add(new Numeric(new BigDecimal(text)));
    }
    if (text.equals("true") || text.equals("false")) {
      values.add(new Flag(Boolean.parseBoolean(text)));
    }
    return values;
  }

  /** Whether both are the same text, the same truth value or equal numbers, as 1.5 and 1.50 are. */
  default boolean isSameAs(AttributeValue other) {
    return (this instanceof Numeric(var number) && other instanceof Numeric(var otherNumber))
        ? number.compareTo(otherNumber) == 0
        : equals(other);
  }

  /** The value as people write it. */
  default String asText() {
    return switch (this) {
      case Text(var text) -> text;
      case Numeric(var number) -> number.toPlainString();
      case Flag(var holds) -> Boolean.toString(holds);
    };
  }

  /**
   * A text such as {@code "red"}.
   *
   * @param value the text
   */
  record Text(String value) implements AttributeValue {}

  /**
   * A number such as {@code 12.5}.
   *
   * @param value the number
   */
  record Numeric(BigDecimal value) implements AttributeValue {}

  /**
   * A truth value.
   *
   * @param value whether it holds
   */
  record Flag(boolean value) implements AttributeValue {}
}
